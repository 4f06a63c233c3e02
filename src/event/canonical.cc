#include "event/canonical.h"

#include <fmt/format.h>

#include <cstring>

#include "event/pointer_word.h"
#include "event/struct_rules.h"
#include "event/text_rules.h"
#include "schema/common.capnp.h"

namespace jumelage::event {
namespace {

using Words = const std::uint64_t*;

class Walker {
 public:
  explicit Walker(ByteView message)
      : next_(reinterpret_cast<Words>(message.data())), end_(next_ + message.size() / sizeof(std::uint64_t)) {}

  bool message(const StructPlan& root);
  Error error() const { return {complaint_.code, path_ + ": " + complaint_.text}; }

 private:
  struct Section {
    Words data;
    std::uint32_t data_words;
    std::uint32_t pointers;
    Words pointer_section() const { return data + data_words; }
  };

  bool fail(EventError code, std::string text) {
    complaint_ = {code, std::move(text)};
    return false;
  }
  bool within(std::string_view name) {
    path_.insert(0, path_.empty() || path_[0] == '[' ? std::string(name) : std::string(name) + ".");
    return false;
  }
  bool within_item(std::uint32_t index) {
    path_.insert(0, fmt::format("[{}]{}", index, path_.empty() || path_[0] == '[' ? "" : "."));
    return false;
  }

  bool pointer(Words at, const PointerPlan& plan);
  bool target(Words at, const PointerPlan& plan);
  bool take(Words at, PointerWord word, std::uint64_t words);
  bool known_size(const StructPlan& plan, PointerWord word);
  bool structure(Words at, const StructPlan& plan);
  bool fields(const Section& section, const StructPlan& plan);
  bool numbers(const Section& section, const StructPlan& plan);
  bool pointers(const Section& section, const StructPlan& plan);
  bool list(Words at, PointerWord::ElementSize size, std::uint64_t words_for_count, const FieldRules& rules);
  bool bytes(Words at, const PointerPlan& plan);
  bool text(std::string_view with_nul, const FieldRules& rules);
  bool data(std::size_t size, const FieldRules& rules);
  bool pointer_list(Words at, const PointerPlan& plan);
  bool word_list(Words at, const PointerPlan& plan);
  bool struct_list(Words at, const PointerPlan& plan);
  bool together(Words first, PointerWord tag, const StructPlan& plan);

  Words next_;  // the first word that nothing pointed at yet: where the next target has to begin
  Words end_;
  Words taken_ = nullptr;  // where the last target that take() accepted begins
  Complaint complaint_{EventError::kMalformed, {}};
  std::string path_;  // grows from the inside out, while a failure travels up
};

bool Walker::message(const StructPlan& root) {
  if (next_ == end_) return fail(EventError::kMalformed, "holds nothing") || within(root.name);
  const Words at = next_++;
  if (*at == 0) return fail(EventError::kMalformed, "holds nothing") || within(root.name);
  if (!structure(at, root)) return path_.empty() ? within(root.name) : false;
  if (next_ != end_)
    return fail(EventError::kNotCanonical, fmt::format("{} bytes too many at the end", (end_ - next_) * 8)) ||
           within(root.name);
  return true;
}

// The target of the pointer must be the next words that nothing has claimed: that is what preorder means, and it
// makes overlaps, loops, gaps and pointers out of bounds impossible at once.
bool Walker::take(Words at, PointerWord word, std::uint64_t words) {
  if (word.offset() != next_ - (at + 1)) return fail(EventError::kNotCanonical, "its bytes are out of order");
  if (words > static_cast<std::uint64_t>(end_ - next_)) return fail(EventError::kMalformed, "reaches beyond the end");
  taken_ = next_;
  next_ += words;
  return true;
}

bool Walker::known_size(const StructPlan& plan, PointerWord word) {
  if (word.data_words() <= plan.data_words && word.pointers() <= plan.pointers.size()) return true;
  return fail(EventError::kNewerSchema, "holds fields that this version doesn't know: upgrade needed");
}

bool Walker::structure(Words at, const StructPlan& plan) {
  const PointerWord word{*at};
  if (word.kind() == PointerWord::kFar) return fail(EventError::kNotCanonical, "lies in another segment");
  if (word.kind() != PointerWord::kStruct) return fail(EventError::kMalformed, "is not the structure it should be");
  if (!known_size(plan, word)) return false;
  if (word.struct_words() == 0) {
    if (word.offset() != -1) return fail(EventError::kNotCanonical, "is empty and points somewhere");
    return fields({at, 0, 0}, plan);
  }
  if (!take(at, word, word.struct_words())) return false;
  const Section section{taken_, word.data_words(), word.pointers()};
  const bool is_trimmed = (section.data_words == 0 || section.data[section.data_words - 1] != 0) &&
                          (section.pointers == 0 || section.pointer_section()[section.pointers - 1] != 0);
  if (!is_trimmed) return fail(EventError::kNotCanonical, "ends in words that are zero");
  return fields(section, plan);
}

bool Walker::fields(const Section& section, const StructPlan& plan) {
  for (std::uint32_t i = 0; i < section.data_words; ++i)
    if ((section.data[i] & plan.unused_bits[i]) != 0)
      return fail(EventError::kNewerSchema, "holds values that this version doesn't know: upgrade needed");
  if (!numbers(section, plan)) return false;
  return pointers(section, plan);
}

template <class Number>
Number number_at(const std::uint64_t* data, std::uint32_t data_words, std::uint16_t at_bytes) {
  Number out{};
  if (at_bytes < data_words * sizeof(std::uint64_t))
    std::memcpy(&out, reinterpret_cast<const std::uint8_t*>(data) + at_bytes, sizeof out);
  return out;
}

bool Walker::numbers(const Section& section, const StructPlan& plan) {
  for (const NumberPlan& number : plan.numbers) {
    std::optional<Complaint> complaint;
    switch (number.kind) {
      case NumberPlan::Kind::kEnum:
        if (number_at<std::uint16_t>(section.data, section.data_words, number.at_bytes) >= number.enumerants)
          complaint = {EventError::kNewerSchema, "has a value that this version doesn't know: upgrade needed"};
        break;
      case NumberPlan::Kind::kDate:
        complaint = complain_about_date(number_at<std::uint32_t>(section.data, section.data_words, number.at_bytes),
                                        number.required);
        break;
      case NumberPlan::Kind::kInstant:
        complaint = complain_about_instant(number_at<std::int64_t>(section.data, section.data_words, number.at_bytes));
        break;
    }
    if (complaint) return fail(complaint->code, std::move(complaint->text)) || within(number.name);
  }
  return true;
}

bool Walker::pointers(const Section& section, const StructPlan& plan) {
  const MemberPlan* member = nullptr;
  if (!plan.members.empty()) {
    const auto which = number_at<std::uint16_t>(section.data, section.data_words, plan.which_at_bytes);
    if (which >= plan.members.size())
      return fail(EventError::kUnknownKind, "is of a kind that this version doesn't know: upgrade needed");
    member = &plan.members[which];
  }
  static constexpr std::uint64_t kNull = 0;
  for (std::uint32_t slot = 0; slot < plan.pointers.size(); ++slot) {
    const PointerPlan& pointer_plan = member != nullptr && member->slot == slot ? member->pointer : plan.pointers[slot];
    const Words at = slot < section.pointers ? section.pointer_section() + slot : &kNull;
    if (!pointer(at, pointer_plan)) return within(pointer_plan.name);
  }
  if (plan.extra == Extra::kNone) return true;
  const auto complaint = complain_about_extra(
      plan.extra, {reinterpret_cast<const std::uint8_t*>(section.data), section.data_words * sizeof(std::uint64_t)});
  if (complaint) return fail(complaint->code, complaint->text);
  return true;
}

bool Walker::pointer(Words at, const PointerPlan& plan) {
  if (*at == 0) return plan.required ? fail(EventError::kMissingField, "is missing") : true;
  return target(at, plan);
}

bool Walker::target(Words at, const PointerPlan& plan) {
  switch (plan.kind) {
    case PointerKind::kText:
    case PointerKind::kData: return bytes(at, plan);
    case PointerKind::kStruct: return structure(at, *plan.target);
    case PointerKind::kTextList:
    case PointerKind::kDataList: return pointer_list(at, plan);
    case PointerKind::kStructList: return struct_list(at, plan);
    case PointerKind::kWordList: return word_list(at, plan);
    case PointerKind::kNone: break;
  }
  return fail(EventError::kNewerSchema, "holds fields that this version doesn't know: upgrade needed");
}

// Any list but one of structs: its words, claimed.
bool Walker::list(Words at, PointerWord::ElementSize size, std::uint64_t words_for_count, const FieldRules& rules) {
  const PointerWord word{*at};
  if (word.kind() == PointerWord::kFar) return fail(EventError::kNotCanonical, "lies in another segment");
  if (word.kind() != PointerWord::kList || word.element_size() != size)
    return fail(EventError::kMalformed, "is not the list it should be");
  if (word.count() == 0) return fail(EventError::kNotCanonical, "is empty: an empty list is left out");
  if (size != PointerWord::kByte && word.count() > rules.max_items)
    return fail(EventError::kBadField,
                fmt::format("has {} items; at most {} are allowed", word.count(), rules.max_items));
  return take(at, word, words_for_count);
}

bool Walker::bytes(Words at, const PointerPlan& plan) {
  const std::uint64_t size = PointerWord{*at}.count();
  const std::uint64_t words = (size + 7) / 8;
  if (!list(at, PointerWord::kByte, words, plan.rules)) return false;
  const std::uint64_t padding = words * 8 - size;
  if (padding != 0 && taken_[words - 1] >> (64 - 8 * padding) != 0)
    return fail(EventError::kNotCanonical, "has padding that is not zero");
  const bool is_text = plan.kind == PointerKind::kText || plan.kind == PointerKind::kTextList;
  if (is_text) return text({reinterpret_cast<const char*>(taken_), size}, plan.rules);
  return data(size, plan.rules);
}

bool Walker::text(std::string_view with_nul, const FieldRules& rules) {
  if (with_nul.back() != '\0') return fail(EventError::kMalformed, "is a text without its closing zero byte");
  with_nul.remove_suffix(1);
  if (with_nul.empty()) return fail(EventError::kNotCanonical, "is empty: an empty text is left out");
  auto complaint = complain_about_text(with_nul, rules);
  if (complaint) return fail(complaint->code, std::move(complaint->text));
  return true;
}

bool Walker::data(std::size_t size, const FieldRules& rules) {
  if (rules.exact_bytes != 0 && size != rules.exact_bytes)
    return fail(EventError::kBadField, fmt::format("is {} bytes long; {} are required", size, rules.exact_bytes));
  if (rules.exact_bytes == 0 && size > rules.max_bytes)
    return fail(EventError::kBadField, fmt::format("is {} bytes long; at most {} are allowed", size, rules.max_bytes));
  return true;
}

bool Walker::pointer_list(Words at, const PointerPlan& plan) {
  const std::uint32_t count = PointerWord{*at}.count();
  if (!list(at, PointerWord::kPointer, count, plan.rules)) return false;
  const Words items = taken_;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (items[i] == 0) return fail(EventError::kMissingField, "is missing") || within_item(i);
    if (!bytes(items + i, plan)) return within_item(i);
  }
  return true;
}

bool Walker::word_list(Words at, const PointerPlan& plan) {
  const std::uint64_t count = PointerWord{*at}.count();
  const std::uint64_t words = (count + 1) / 2;
  if (!list(at, PointerWord::kFourBytes, words, plan.rules)) return false;
  if (count % 2 != 0 && taken_[words - 1] >> 32 != 0)
    return fail(EventError::kNotCanonical, "has padding that is not zero");
  return true;
}

bool Walker::struct_list(Words at, const PointerPlan& plan) {
  const PointerWord word{*at};
  if (word.kind() == PointerWord::kFar) return fail(EventError::kNotCanonical, "lies in another segment");
  if (word.kind() != PointerWord::kList || word.element_size() != PointerWord::kComposite)
    return fail(EventError::kMalformed, "is not the list it should be");
  if (!take(at, word, std::uint64_t{word.count()} + 1)) return false;

  const PointerWord tag{*taken_};
  const Words first = taken_ + 1;
  const std::uint64_t size = tag.struct_words();
  if (tag.kind() != PointerWord::kStruct || tag.tag_count() * size != word.count())
    return fail(EventError::kMalformed, "is not the list it should be");
  if (tag.tag_count() == 0) return fail(EventError::kNotCanonical, "is empty: an empty list is left out");
  if (tag.tag_count() > plan.rules.max_items)
    return fail(EventError::kBadField,
                fmt::format("has {} items; at most {} are allowed", tag.tag_count(), plan.rules.max_items));
  if (!known_size(*plan.target, tag)) return false;

  // All have the size of the largest: at least one must need the last word of each section.
  bool needs_data = tag.data_words() == 0;
  bool needs_pointers = tag.pointers() == 0;
  for (std::uint32_t i = 0; i < tag.tag_count(); ++i) {
    const Section item{first + i * size, tag.data_words(), tag.pointers()};
    needs_data = needs_data || item.data[item.data_words - 1] != 0;
    needs_pointers = needs_pointers || item.pointer_section()[item.pointers - 1] != 0;
    if (!fields(item, *plan.target)) return within_item(i);
  }
  if (!needs_data || !needs_pointers)
    return fail(EventError::kNotCanonical, "has items that end in words that are zero");
  return together(first, tag, *plan.target);
}

// The bytes of a Text or Data that was checked, by its pointer; a Text's with its closing zero.
std::string_view checked_bytes(Words at) {
  const PointerWord word{*at};
  return *at == 0 ? std::string_view()
                  : std::string_view(reinterpret_cast<const char*>(at + 1 + word.offset()), word.count());
}

std::string_view checked_text(Words at) {
  std::string_view out = checked_bytes(at);
  if (!out.empty()) out.remove_suffix(1);
  return out;
}

// The items' fields stand where the schema puts them: language, digest or scheme first, a value second.
ItemKey item_key(Words item, PointerWord tag, Together together) {
  const Words pointers = item + tag.data_words();
  if (together == Together::kOneADocument) return {checked_bytes(pointers), {}, false};
  if (together == Together::kOneAnExternalId) return {checked_text(pointers), checked_text(pointers + 1), false};
  const auto standing = number_at<std::uint16_t>(item, tag.data_words(), 0);
  return {checked_text(pointers), {}, standing == static_cast<std::uint16_t>(schema::LocalText::Standing::PREVAILING)};
}

bool Walker::together(Words first, PointerWord tag, const StructPlan& plan) {
  const std::uint32_t count = tag.tag_count();
  if (plan.together == Together::kAny || count < 2) return true;
  std::vector<ItemKey> keys;
  keys.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i)
    keys.push_back(item_key(first + std::size_t{i} * tag.struct_words(), tag, plan.together));
  const auto complaint = complain_about_items(plan.together, keys);
  return !complaint || fail(complaint->code, complaint->text);
}

}  // namespace

Result<void> check_message(const StructPlan& root, ByteView message) {
  if (message.size() % sizeof(std::uint64_t) != 0)
    return Error(EventError::kMalformed, fmt::format("{}: {} bytes are not whole words", root.name, message.size()));
  Walker walker(message);
  if (!walker.message(root)) return walker.error();
  return ok();
}

}  // namespace jumelage::event
