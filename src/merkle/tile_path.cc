#include "merkle/tile_path.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace jumelage::merkle {
namespace {

constexpr std::string_view kRoot = "tile/";
constexpr std::string_view kEntries = "entries";
constexpr std::string_view kPartial = ".p/";
constexpr std::size_t kGroupDigits = 3;

// 1234067 -> "x001/x234/067"
std::string format_index(std::uint64_t index) {
  std::string text = fmt::format("{:03}", index % 1000);
  for (index /= 1000; index != 0; index /= 1000) text.insert(0, fmt::format("x{:03}/", index % 1000));
  return text;
}

// Decimal without sign or leading zero.
std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (text.size() > 1 && text[0] == '0') return std::nullopt;
  return value;
}

// The digits of a well-formed index, without the marks between the groups.
std::optional<std::string> join_groups(std::string_view text) {
  std::string digits;
  while (text.size() > kGroupDigits) {
    if (text.size() < kGroupDigits + 2 || text[0] != 'x' || text[kGroupDigits + 1] != '/') return std::nullopt;
    digits += text.substr(1, kGroupDigits);
    text.remove_prefix(kGroupDigits + 2);
  }
  if (text.size() != kGroupDigits) return std::nullopt;
  digits += text;
  return digits;
}

std::optional<std::uint64_t> parse_index(std::string_view text) {
  const std::optional<std::string> digits = join_groups(text);
  if (!digits) return std::nullopt;
  const std::size_t zeros = std::min(digits->find_first_not_of('0'), digits->size() - 1);
  const std::optional<std::uint64_t> index = parse_number(std::string_view(*digits).substr(zeros));
  if (!index || format_index(*index) != text) return std::nullopt;
  return index;
}

// The last leaf of a tile has an index of 64 bits.
bool can_exist(TileId tile) {
  return tile.level < kMaxTileLevels && tile.index <= UINT64_MAX >> (kTileHeight * tile.level) >> kTileHeight;
}

}  // namespace

std::string format_tile_path(const TilePath& path) {
  const std::string level = path.kind == TileKind::kEntries ? std::string(kEntries) : fmt::to_string(path.tile.level);
  std::string text = fmt::format("{}{}/{}", kRoot, level, format_index(path.tile.index));
  if (path.width != kTileWidth) text += fmt::format("{}{}", kPartial, path.width);
  return text;
}

std::optional<TilePath> parse_tile_path(std::string_view text) {
  if (!text.starts_with(kRoot)) return std::nullopt;
  text.remove_prefix(kRoot.size());

  TilePath path;
  const std::size_t slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  if (text.substr(0, slash) == kEntries) {
    path.kind = TileKind::kEntries;
  } else {
    const std::optional<std::uint64_t> level = parse_number(text.substr(0, slash));
    if (!level || *level >= kMaxTileLevels) return std::nullopt;
    path.tile.level = static_cast<unsigned>(*level);
  }
  text.remove_prefix(slash + 1);

  if (const std::size_t partial = text.find(kPartial); partial != text.npos) {
    const std::optional<std::uint64_t> width = parse_number(text.substr(partial + kPartial.size()));
    if (!width || *width == 0 || *width >= kTileWidth) return std::nullopt;
    path.width = static_cast<unsigned>(*width);
    text = text.substr(0, partial);
  }
  const std::optional<std::uint64_t> index = parse_index(text);
  if (!index) return std::nullopt;
  path.tile.index = *index;
  if (!can_exist(path.tile)) return std::nullopt;
  return path;
}

}  // namespace jumelage::merkle
