// The editions of one family at hand together, and the checks that need more than one of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/report.h"
#include "validator/archive/publisher_practice.h"

namespace tradereport::validator {

struct EditionFigure {
  std::uint32_t key = 0;   // Editions::key() names it
  std::uint32_t unit = 0;  // Editions::unit()
  int page = 0;
  Decimal value;
  int line = 0;            // of a text file; 0 for pages
  std::vector<Box> boxes;  // to a tenth of a point; of several lines the first
};

// Figures of tables, some fifteen bytes each.
class PackedFigures {
 public:
  void add(const EditionFigure& figure);
  // In the order in which they were added.
  std::vector<EditionFigure> all() const;

 private:
  std::string bytes_;
};

struct Edition {
  std::string file;
  Period period;
  bool has_month = true;
  bool draft = false;     // held against the others, which are published
  PackedFigures figures;  // of the tables, in their order
  std::size_t text = 0;   // digest of the text's figures
};

// Many editions of one family. Of each only the figures of the tables are kept (some four
// kilobytes): their names, which are the same in every edition, once for all.
class Editions {
 public:
  // All reports must be of one family. A draft comes after the published editions of its month.
  // `findings` are those of validate(); returned are those that are to be told of the report by
  // itself, which leaves out what the practice of its publisher explains (publisher_practice.h).
  std::vector<Finding> add(const Report& report, std::vector<Finding> findings, bool draft = false);
  void add(const Report& report, bool draft = false) { add(report, {}, draft); }

  const PublisherPractice& practice() const { return practice_; }
  const std::vector<Edition>& all() const { return editions_; }
  const FigureKey& key(std::uint32_t number) const { return keys_[number]; }
  std::size_t keys() const { return keys_.size(); }
  const std::string& unit(std::uint32_t number) const { return units_[number]; }

 private:
  std::uint32_t number_of(const FigureKey& key);
  std::uint32_t number_of(const std::string& unit);

  std::vector<Edition> editions_;
  std::vector<FigureKey> keys_;
  std::vector<std::string> units_;
  std::map<std::string, std::uint32_t> numbers_;
  PublisherPractice practice_;
};

// What is wrong in an edition as seen from the others.
struct EditionFinding {
  std::size_t edition = 0;  // index into Editions::all()
  Finding finding;          // of the edition's file; without the printed lines
};

// Ordered by period and file of the edition, then by rule. Official data are revised: none of these
// findings is an error.
//
//   two files of one month, one of them with another figure in table 2:
//     A04 (two editions of one month that differ) and A03 (the figure), both in the second file
std::vector<EditionFinding> check_editions(const Editions& editions, const Family& family);

}  // namespace tradereport::validator
