#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

std::string principal_of(const Register& reg, std::string_view proxy) {
  const auto subject = projection::find_subject(reg, proxy);
  if (!subject || subject->kind != SubjectKind::PROXY) return {};
  return projection::slug_of(reg, (*row_of(reg, subject->number)).getProxy().getPrincipal());
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  form.id("proxy", "PROXY", SubjectKind::PROXY).anchor("at", cli::Need::kRequired);
  form.may_be_attested(principal_of(form.reg(), arguments.text("PROXY")));
}

}  // namespace

void add_proxy_withdraw(cli::Command& parent) {
  auto& command = parent.add("withdraw", "Records that the principal takes a proxy back");
  command.positional({.name = "PROXY", .help = "the proxy's id", .need = cli::Need::kRequired});
  add_anchor_options(command);
  add_act_options(command);
  command.example("jumelage proxy withdraw proxy-cci-1-timbuktu-1 --key timbuktu", "from now on");
  command.handler(recording("proxyRevoked", fill));
}

}  // namespace jumelage::tools
