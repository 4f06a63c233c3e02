#include "app/founding.h"

#include <fmt/format.h>

#include <set>
#include <system_error>

#include "base/text.h"
#include "ledger/ledger.h"
#include "store/store_error.h"

namespace jumelage::tools {
namespace {

namespace fs = std::filesystem;

// Takes away, when asked to, what was not in the folder before.
class FreshFolder {
 public:
  explicit FreshFolder(fs::path folder) : folder_(std::move(folder)) {
    std::error_code ignored;
    existed_ = fs::exists(folder_, ignored);
    before_ = names();
  }
  void clear() const {
    std::error_code ignored;
    for (const fs::path& name : names())
      if (!before_.contains(name)) fs::remove_all(folder_ / name, ignored);
    if (!existed_) fs::remove(folder_, ignored);
  }

 private:
  std::set<fs::path> names() const {
    std::set<fs::path> out;
    std::error_code failed;
    for (fs::directory_iterator it(folder_, failed), end; !failed && it != end; it.increment(failed))
      out.insert(it->path().filename());
    return out;
  }

  fs::path folder_;
  std::set<fs::path> before_;
  bool existed_ = false;
};

// A new ledger, or one that was made and never founded.
Result<std::unique_ptr<ledger::Ledger>> empty_ledger(const fs::path& folder) {
  auto created = ledger::Ledger::create(folder);
  if (created || !created.error().is(store::StoreError::kExists)) return created;
  JUMELAGE_TRY(auto existing, ledger::Ledger::open(folder));
  JUMELAGE_TRY(const auto snapshot, existing->snapshot());
  if (snapshot.size().value == 0) return existing;
  return Error(store::StoreError::kExists,
               fmt::format("a ledger is founded in {} already; found another one in a folder of its own: --ledger DIR",
                           for_terminal(folder.string())));
}

Result<ledger::Recorded> append(const fs::path& folder, const std::vector<NewDocument>& documents, Bytes sealed) {
  JUMELAGE_TRY(const auto ledger, empty_ledger(folder));
  JUMELAGE_TRY(const auto brought, ledger->bring_documents(contents_of(documents)));
  auto recorded = ledger->append_one(std::move(sealed));
  if (!recorded && !ledger::may_be_recorded(recorded.error())) {
    static_cast<void>(ledger->take_back(brought));  // if this fails, the next opening does it
  }
  return recorded;
}

}  // namespace

Result<ledger::Recorded> found_ledger(const fs::path& folder, const std::vector<NewDocument>& documents, Bytes sealed) {
  std::error_code ignored;
  fs::create_directories(folder.parent_path(), ignored);  // whether it worked shows in a moment
  const FreshFolder fresh(folder);
  auto recorded = append(folder, documents, std::move(sealed));
  // Where the outcome is not known, the act may be on disk: then nothing is touched.
  if (!recorded && !ledger::may_be_recorded(recorded.error())) fresh.clear();
  return recorded;
}

}  // namespace jumelage::tools
