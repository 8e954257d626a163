// The words of a family that mean something wherever they stand: periods, flows, directions, units,
// numbers. Finding them in normalised text, and what they mean.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/grammar/pattern.h"
#include "parser/grammar/period.h"
#include "parser/grammar/syntax.h"
#include "schemas/family.h"

namespace tradereport::parser {

struct FlowMention {
  const Flow* flow = nullptr;
  int sign = 1;       // -1 for words that reverse the sign
  bool weak = false;  // counts only where no flow is known yet
};

// Several wordings of one kind as a single pattern: the leftmost, then the longest one is found,
// and of two that are as long the earlier.
class Wordings {
 public:
  Wordings() = default;
  // says: in the family's language, empty ones match nothing. On error the first is in `errors`.
  Wordings(const std::vector<std::string>& says, const PatternSyntax& syntax, std::string& error);

  // The first that begins at or after `at`, not in the middle of a number or word; empty if none.
  TextRange find(std::string_view text, std::size_t at) const;
  std::size_t match_at(std::string_view text, std::size_t at) const {
    return pattern_.match_at(text, at);
  }
  std::string error() const { return pattern_.error(); }

  struct Reading {
    std::size_t which = 0;                           // of `says`
    std::map<std::string_view, std::string> groups;  // what its named groups catch
  };
  // Which of them the whole of a range is.
  std::optional<Reading> read(std::string_view text, TextRange range) const;

 private:
  struct Form {
    std::size_t which = 0;
    std::vector<std::string> groups;
  };
  std::vector<Form> forms_;
  Pattern pattern_;
};

struct FoundPeriod {
  TextRange at;
  PeriodMention mention;
};

// A word that stands for a flow, a direction or no change.
struct FoundWord {
  enum class Kind { flow, up, down, flat, nearly };
  TextRange at;
  Kind kind = Kind::flow;
  FlowMention flow;
};

struct FoundUnit {
  TextRange at;
  const Unit* unit = nullptr;
};

class Vocabulary {
 public:
  Vocabulary() = default;
  // The family must outlive it. What does not compile is reported with its key.
  Vocabulary(const Family& family, const PatternSyntax& syntax, const std::string& file,
             std::vector<FamilyError>& errors);

  // Each finds the first at or after `at`.
  std::optional<FoundPeriod> find_period(std::string_view text, std::size_t at) const;
  // The length of the period that the text at this place begins with, 0 if none.
  std::size_t period_at(std::string_view text, std::size_t at) const {
    return period_.match_at(text, at);
  }
  TextRange find_base(std::string_view text, std::size_t at) const { return base_.find(text, at); }
  // The period that a base names: what its groups catch, or a period that stands in it.
  std::optional<PeriodMention> named_in_base(std::string_view text, TextRange at) const;
  std::optional<FoundWord> find_word(std::string_view text, std::size_t at) const;
  std::optional<FoundUnit> find_unit(std::string_view text, std::size_t at) const;

  // The unit that the text at this place begins with.
  std::optional<FoundUnit> unit_at(std::string_view text, std::size_t at) const;

  // The period that a file's name tells, if the family says how.
  std::optional<PeriodMention> in_file_name(std::string_view name) const;

  // "三" -> 3, "10" -> 10, "May" -> 5, 0 if none of them.
  int read_count(std::string_view text) const;  // also of digits in words: "二〇二四" -> 2024

  const Family& family() const { return *family_; }

 private:
  int read_digits(std::string_view text) const;
  std::optional<PeriodMention> read_period(std::string_view text, TextRange at) const;
  void read_groups(const std::map<std::string_view, std::string>& groups,
                   PeriodMention& mention) const;

  const Family* family_ = nullptr;
  Wordings period_, base_, word_, unit_, file_name_;
};

// All mentions of a period in a text. Mentions of a comparison ("the same month of last year") are
// left out.
std::vector<FoundPeriod> find_periods(const Vocabulary& vocabulary, std::string_view text);

}  // namespace tradereport::parser
