#include "faulty_machine.h"

#include <dlfcn.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <new>

namespace {
std::atomic<bool> disk_fails = false;
std::atomic<bool> memory_fails_elsewhere = false;
thread_local bool is_spared = false;
}  // namespace

// Where LMDB makes a commit durable.
extern "C" int fdatasync(int fd) {
  static const auto real = reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fdatasync"));
  if (!disk_fails) return real(fd);
  errno = EIO;
  return -1;
}

void* operator new(std::size_t size) {
  void* const memory = memory_fails_elsewhere && !is_spared ? nullptr : std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace jumelage::test {

DiskFails::DiskFails() {
  disk_fails = true;
}
DiskFails::~DiskFails() {
  disk_fails = false;
}

NoMemoryElsewhere::NoMemoryElsewhere() {
  is_spared = true;
  memory_fails_elsewhere = true;
}
NoMemoryElsewhere::~NoMemoryElsewhere() {
  memory_fails_elsewhere = false;
  is_spared = false;
}

}  // namespace jumelage::test
