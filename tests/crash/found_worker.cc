// Founds the test club's ledger in a folder as `jumelage found` does once the act is signed, and says on standard error
// why not.
//
//   found-worker FOLDER
//
// Exit status: 0 founded; 1 refused for certain; 3 the outcome is not known.
#include <cstdio>

#include "app/founding.h"
#include "crypto/sha256.h"
#include "support/club.h"

int main(int argc, char** argv) {
  using namespace jumelage;
  if (argc != 2) return 2;
  std::vector<tools::NewDocument> documents;
  for (const std::string& content : test::Club::founding_documents())
    documents.push_back({crypto::sha256(as_bytes(content)), Bytes(content.begin(), content.end())});
  const auto sealed = test::Club().founding_sealed();
  const auto founded = tools::found_ledger(argv[1], documents, {sealed.bytes().begin(), sealed.bytes().end()});
  if (founded) return 0;
  std::fprintf(stderr, "%s\n", founded.error().message().c_str());
  return ledger::may_be_recorded(founded.error()) ? 3 : 1;
}
