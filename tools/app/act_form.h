// An act made out of a command's options, member by member: each function writes one member of the payload from one
// option, and nothing when the option is not given. What cannot be read is remembered, and said by made(): the first of
// it, so that a command is a list of members.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/act_options.h"
#include "app/json_output.h"
#include "app/lookup.h"

namespace jumelage::tools {

// --before, --during, --after, --before-vote, --after-vote, --vote-round, --time: at which point of a session.
void add_anchor_options(cli::Command& command);
// --OPTION LANG=TEXT
void add_text_option(cli::Command& command, std::string name, std::string help, cli::Need need = cli::Need::kOptional);
// --OPTION DATE, today when left out.
void add_date_option(cli::Command& command, std::string name, std::string help);

// `arguments` and `reg` outlive it.
class ActForm {
 public:
  ActForm(const cli::Arguments& arguments, const Register& reg, std::string_view kind);

  const Register& reg() const { return reg_; }
  const cli::Arguments& arguments() const { return arguments_; }

  // What follows belongs to a member of its own, up to end().
  ActForm& object(std::string_view field);
  ActForm& end();

  // Values that are known.
  ActForm& text(std::string_view field, std::string_view value);  // nothing when empty
  ActForm& number(std::string_view field, std::uint64_t value);
  ActForm& flag(std::string_view field, bool value);
  ActForm& raw(std::string_view field, std::string_view json);
  ActForm& list(std::string_view field, const std::vector<std::string>& items);
  ActForm& session(const Result<Number>& session);  // "session"; what went wrong in looking for it is remembered

  // Values from the option or positional of that name; `field` is the schema's word.
  ActForm& option(std::string_view field, std::string_view option);
  ActForm& id(std::string_view field, std::string_view option, SubjectKind kind);   // of something that is there
  ActForm& ids(std::string_view field, std::string_view option, SubjectKind kind);  // several
  ActForm& titles();                                                                // --title and --translation
  ActForm& words(std::string_view field, std::string_view option);                  // as they are typed, one an item
  ActForm& texts(std::string_view field, std::string_view option);                  // LANG=TEXT
  ActForm& names(std::string_view field, std::string_view option);                  // LANG=NAME
  ActForm& date(std::string_view field, std::string_view option);                   // otherwise the day of the act
  ActForm& moment(std::string_view field, std::string_view option);                 // otherwise the time of the act
  // Each of these mandates in the same way.
  ActForm& attendance(std::string_view field, std::string_view option, std::string_view presence, std::string_view by);
  ActForm& money(std::string_view field, std::string_view option);
  ActForm& period(std::string_view field, std::string_view option);
  ActForm& external_ids(std::string_view field, std::string_view option, std::string_view scheme);
  ActForm& external_id(std::string_view field, std::string_view option, std::string_view scheme);
  ActForm& document(std::string_view field, std::string_view option, std::string_view role);
  ActForm& documents(std::string_view field, std::string_view option, std::string_view role);  // FILE or LANG=FILE
  ActForm& clearances(std::string_view field, std::string_view option);

  // From the options of add_anchor_options. Optional ones are left out when no option says anything.
  ActForm& anchor(std::string_view field, cli::Need need);
  // Who is concerned, when the act is attested and --on-behalf-of is not given.
  ActForm& may_be_attested(std::string_view on_behalf_of);
  // A document that the payload names already.
  ActForm& brings(NewDocument document);
  ActForm& fail(Error error);

  Result<Made> made();

 private:
  template <class T>
  std::optional<T> take(Result<T> result);
  std::string time_of_act() const;

  const cli::Arguments& arguments_;
  const Register& reg_;
  std::string kind_;
  JsonOutput payload_;
  std::vector<NewDocument> documents_;
  std::string on_behalf_of_;
  std::optional<Error> error_;
};

// What somebody typed does not go together.
Error usage(std::string message);

// A command that records one act: opens the ledger, fills the form, records it.
cli::Handler recording(std::string_view kind, std::function<void(const cli::Arguments&, ActForm&)> fill);

}  // namespace jumelage::tools
