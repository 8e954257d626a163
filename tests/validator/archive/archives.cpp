#include "tests/validator/archive/archives.h"

#include <utility>

#include "validator/archive/editions.h"
#include "validator/findings/describe.h"

namespace tradereport::validator::test {

std::vector<Found> check_archive(const std::vector<Report>& reports) {
  Editions editions;
  for (const Report& report : reports) editions.add(report);
  std::vector<Found> all;
  for (EditionFinding& found : check_editions(editions, family()))
    all.push_back({editions.all()[found.edition].file, std::move(found.finding)});
  return all;
}

std::string text_of_found(const std::vector<Found>& all) {
  std::string text;
  for (const Found& found : all) {
    text += found.file + ": " + found.finding.rule + " " + describe(found.finding, Language::en);
    for (const std::string& step : describe_proof(found.finding, Language::en))
      text += "\n    " + step;
    text += "\n";
  }
  return text;
}

}  // namespace tradereport::validator::test
