// What the machine itself can do: the figures that the ledger's are held against, taken in the same run.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "base/bytes.h"

namespace jumelage::bench {

// libsodium checks of signatures over messages of that size, per second, on all cores at once.
double raw_verifications_per_second(std::size_t message_bytes);

// The same entries, appended to an LMDB table of their own in synced batches: per second.
double raw_lmdb_appends_per_second(const std::filesystem::path& folder, std::span<const Bytes> entries,
                                   std::size_t batch);

// Seconds of one fdatasync after a 4 KiB overwrite: sorted samples.
std::vector<double> fdatasync_seconds(const std::filesystem::path& folder, std::size_t samples);

}  // namespace jumelage::bench
