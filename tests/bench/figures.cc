#include "figures.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>

namespace jumelage::bench {
namespace {

std::string number(double value) {
  if (std::abs(value) >= 100) return fmt::format("{:.0f}", value);
  return fmt::format("{:.2f}", value);
}

bool is_met(const Figure& figure) {
  if (figure.goal == Goal::kAtLeast) return figure.ratio >= figure.target;
  return figure.ratio <= figure.target;
}

std::string verdict(const Figure& figure) {
  if (figure.goal == Goal::kNone) return "";
  return fmt::format("{} {}: {}", figure.goal == Goal::kAtLeast ? "at least" : "at most", number(figure.target),
                     is_met(figure) ? "met" : "NOT MET");
}

void print_line(const Figure& figure) {
  const std::string value = fmt::format("{} {}", number(figure.value), figure.unit);
  std::puts(fmt::format("  {:<58} {:>16}  {:<44} {}", figure.what, value, figure.against, verdict(figure)).c_str());
}

}  // namespace

// Printed as they come, so that a long run shows where it is.
void Figures::put(Figure figure) {
  print_line(figure);
  std::fflush(stdout);
  figures_.push_back(std::move(figure));
}

void Figures::heading(std::string text) {
  std::puts(fmt::format("\n{}", text).c_str());
  std::fflush(stdout);
}

void Figures::add(std::string what, double value, std::string unit) {
  put({std::move(what), value, std::move(unit), "", value, Goal::kNone, 0});
}

void Figures::ratio(std::string what, double value, std::string unit, std::string limit_name, double limit,
                    double target) {
  const double ratio = value / limit;
  put({std::move(what), value, std::move(unit), fmt::format("{:.2f} of {} ({})", ratio, limit_name, number(limit)),
       ratio, target > 0 ? Goal::kAtLeast : Goal::kNone, target});
}

void Figures::bound(std::string what, double value, std::string unit, Goal goal, double target) {
  put({std::move(what), value, std::move(unit), "", value, goal, target});
}

int Figures::print() const {
  int goals = 0;
  int met = 0;
  for (const Figure& figure : figures_) {
    if (figure.goal == Goal::kNone) continue;
    ++goals;
    met += is_met(figure) ? 1 : 0;
  }
  std::puts(fmt::format("\n{} of {} goals met", met, goals).c_str());
  for (const Figure& figure : figures_)
    if (figure.goal != Goal::kNone && !is_met(figure)) print_line(figure);
  return met == goals ? 0 : 1;
}

}  // namespace jumelage::bench
