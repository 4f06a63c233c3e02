// A disk and a memory that fail when they are told to. Linking faulty_machine.cc puts them in front of the C library's
// fdatasync() and of operator new, in the whole test program.
#pragma once

namespace jumelage::test {

// While one lives, nothing reaches the disk: every commit fails with StoreError::kWriteFailed.
class DiskFails {
 public:
  DiskFails();
  ~DiskFails();
  DiskFails(const DiskFails&) = delete;
  DiskFails& operator=(const DiskFails&) = delete;
};

// While one lives, there is no memory for any thread but the one that made it.
class NoMemoryElsewhere {
 public:
  NoMemoryElsewhere();
  ~NoMemoryElsewhere();
  NoMemoryElsewhere(const NoMemoryElsewhere&) = delete;
  NoMemoryElsewhere& operator=(const NoMemoryElsewhere&) = delete;
};

}  // namespace jumelage::test
