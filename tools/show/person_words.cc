#include "show/person_words.h"

#include <array>

namespace jumelage::tools {

std::vector<std::string> mandates_of_person(const Reading& reading, Number person) {
  std::vector<std::string> out;
  const projection::Term term{projection::Field::kMandatePerson, person};
  projection::for_each_common(reading.reg(), std::array{term}, {}, projection::Direction::kOldestFirst,
                              [&](projection::Place place) {
                                if (reading.state(place.number))
                                  out.push_back(projection::slug_of(reading.reg(), place.number));
                                return out.size() < kMostOnAPage;
                              });
  return out;
}

std::string_view document_state_of_person(schema::SubjectRow::Reader row) {
  return row.getPerson().getErased() ? "erased" : "kept";
}

}  // namespace jumelage::tools
