// What was measured, beside what it is held against.
#pragma once

#include <string>
#include <vector>

namespace jumelage::bench {

enum class Goal { kNone, kAtLeast, kAtMost };

struct Figure {
  std::string what;
  double value = 0;
  std::string unit;
  std::string against;  // the limit or the bound, in words
  double ratio = 0;     // of value to limit, or the value itself
  Goal goal = Goal::kNone;
  double target = 0;
};

class Figures {
 public:
  void heading(std::string text);
  // A figure alone.
  void add(std::string what, double value, std::string unit);
  // A rate beside its limit: met when value / limit is at least `target`.
  void ratio(std::string what, double value, std::string unit, std::string limit_name, double limit, double target);
  // A figure with a bound of its own.
  void bound(std::string what, double value, std::string unit, Goal goal, double target);

  int print() const;  // 0 when every goal is met, else 1

 private:
  void put(Figure figure);
  std::vector<Figure> figures_;
};

}  // namespace jumelage::bench
