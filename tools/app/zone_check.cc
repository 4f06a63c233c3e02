#include "app/zone_check.h"

#include <fmt/format.h>
#include <time.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "app/tool_error.h"
#include "base/text.h"
#include "event/json.h"

namespace jumelage::tools {
namespace {

constexpr const char* kZones = "/usr/share/zoneinfo";

// Sets TZ while it lives. No other thread of this program reads the environment or the local time.
class InZone {
 public:
  explicit InZone(const std::string& zone) {
    if (const char* before = std::getenv("TZ")) before_ = before;
    ::setenv("TZ", zone.c_str(), 1);
    ::tzset();
  }
  ~InZone() {
    before_ ? ::setenv("TZ", before_->c_str(), 1) : ::unsetenv("TZ");
    ::tzset();
  }
  InZone(const InZone&) = delete;
  InZone& operator=(const InZone&) = delete;

 private:
  std::optional<std::string> before_;
};

std::optional<int> offset_minutes(const std::string& zone, std::int64_t utc_ms) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(std::filesystem::path(kZones) / zone, error)) return std::nullopt;
  const InZone here(zone);
  const time_t seconds = static_cast<time_t>(utc_ms / 1000);
  struct tm local {};
  if (::localtime_r(&seconds, &local) == nullptr) return std::nullopt;
  return static_cast<int>(local.tm_gmtoff / 60);
}

std::string offset_text(int minutes) {
  const int size = std::abs(minutes);
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

Result<void> check(schema::Moment::Reader moment, std::string_view field) {
  if (!moment.hasZone() || moment.getPrecision() == schema::Precision::DAY) return ok();
  const std::string zone(moment.getZone());
  const auto known = offset_minutes(zone, moment.getUtc());
  if (!known || *known == moment.getOffsetMinutes()) return ok();
  return Error(ToolError::kZoneDiffers,
               fmt::format("{}: the time is given with {}, but clocks in {} were at {} then; correct the one or the "
                           "other, or leave out the zone",
                           field, offset_text(moment.getOffsetMinutes()), for_terminal(zone), offset_text(*known)));
}

Result<void> walk(capnp::DynamicStruct::Reader fields);

Result<void> walk(capnp::DynamicValue::Reader value, std::string_view field) {
  if (value.getType() == capnp::DynamicValue::LIST) {
    for (const auto item : value.as<capnp::DynamicList>()) {
      JUMELAGE_TRY(walk(item, field));
    }
    return ok();
  }
  if (value.getType() != capnp::DynamicValue::STRUCT) return ok();
  const auto fields = value.as<capnp::DynamicStruct>();
  if (fields.getSchema() == capnp::Schema::from<schema::Moment>()) return check(fields.as<schema::Moment>(), field);
  return walk(fields);
}

Result<void> walk(capnp::DynamicStruct::Reader fields) {
  for (const auto field : fields.getSchema().getFields()) {
    if (!fields.has(field)) continue;
    const auto name = field.getProto().getName();
    JUMELAGE_TRY(walk(fields.get(field), {name.begin(), name.size()}));
  }
  return ok();
}

}  // namespace

Result<void> check_zones(schema::Act::Reader act) {
  return walk(capnp::DynamicStruct::Reader(act));
}

}  // namespace jumelage::tools
