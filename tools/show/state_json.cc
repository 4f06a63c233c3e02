#include "show/state_json.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>

#include "base/clock.h"
#include "event/json.h"
#include "governance/keys.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using rapidjson::Value;

// By the names of the fields in schema/register.capnp.
constexpr auto kSubjects =
    std::to_array<std::string_view>({"alternateOf", "body", "decision", "holder", "item", "member", "parent", "person",
                                     "presider", "ruleSet", "secretary", "session", "successor"});
constexpr auto kInstants = std::to_array<std::string_view>({"recordedAt", "scheduled"});
constexpr auto kDates = std::to_array<std::string_view>({"from", "openedDate", "until"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class StateJson {
 public:
  explicit StateJson(const Register& reg) : reg_(reg) {}

  std::string of(schema::SubjectRow::Reader row) {
    document_.Parse(event::struct_to_json(row).c_str());
    translate(document_);
    for (auto& member : document_.GetObject())
      if (member.value.IsObject()) translate(member.value);
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    document_.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
  }

 private:
  void translate(Value& object) {
    for (auto member = object.MemberBegin(); member != object.MemberEnd();) {
      const bool stays = translate({member->name.GetString(), member->name.GetStringLength()}, member->value);
      member = stays ? member + 1 : object.EraseMember(member);
    }
  }

  // False: it says that there is none.
  bool translate(std::string_view name, Value& value) {
    if (name == "agenda" && value.IsArray()) {
      for (Value& item : value.GetArray())
        if (item.IsUint()) set(item, projection::slug_of(reg_, item.GetUint()));
    }
    if (!value.IsInt64() && !value.IsUint64()) return true;
    if (value.IsUint64() && value.GetUint64() == governance::kNever) return false;
    const bool is_none = value.IsUint64() && value.GetUint64() == 0;
    if (is_one_of(kInstants, name)) set(value, format_utc(value.GetInt64()));
    if (is_one_of(kSubjects, name) && value.IsUint()) {
      if (is_none) return false;
      set(value, projection::slug_of(reg_, value.GetUint()));
    }
    if (is_one_of(kDates, name) && value.IsUint()) {
      if (is_none) return false;
      set(value, date_text(value.GetUint()));
    }
    return true;
  }

  void set(Value& value, const std::string& text) {
    value.SetString(text.data(), static_cast<rapidjson::SizeType>(text.size()), document_.GetAllocator());
  }

  const Register& reg_;
  rapidjson::Document document_;
};

}  // namespace

void write_state(const Register& reg, schema::SubjectRow::Reader row, JsonOutput& out) {
  out.raw("state", StateJson(reg).of(row));
}

}  // namespace jumelage::tools
