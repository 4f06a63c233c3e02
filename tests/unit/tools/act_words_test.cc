#include "show/act_words.h"

#include <capnp/dynamic.h>
#include <capnp/message.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "event/act.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

TEST(ActWords, EveryKindOfActHasASentenceOfItsOwn) {
  std::size_t kinds = 0;
  std::set<std::string> sentences;
  for (const auto field : capnp::Schema::from<schema::Act>().getUnionFields()) {
    if (!field.getType().isStruct()) continue;
    capnp::MallocMessageBuilder message;
    auto act = message.initRoot<schema::Act>();
    capnp::DynamicStruct::Builder(act).init(field);
    const std::string general = spaced(event::kind_name(act.asReader().which())) + ": ";
    const std::string sentence = act_sentence(act.asReader());
    EXPECT_NE(sentence, general) << "there is only the general sentence for it";
    EXPECT_TRUE(sentences.insert(sentence).second) << sentence << " is the sentence of another kind, too";
    ++kinds;
  }
  EXPECT_GE(kinds, 50u);
}

TEST(ActWords, ACorrectionSaysWhatWasAndWhatIs) {
  capnp::MallocMessageBuilder message;
  auto act = message.initRoot<schema::Act>().initRecordCorrected();
  act.setWhy("misheard");
  auto one = act.initCorrections(1)[0];
  one.setField("voteRecorded.ballots[1].choice");
  one.setWas("\"for\"");
  EXPECT_EQ(act_sentence(message.getRoot<schema::Act>().asReader()),
            "act  corrected: voteRecorded.ballots[1].choice was \"for\", is taken out: misheard");
}

}  // namespace
}  // namespace jumelage::tools
