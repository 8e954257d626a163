// Lines of a label column and the rows they belong to.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "parser/tables/label_rows.h"

namespace tradereport::parser {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::set<std::string, std::less<>> kNames{"imports", "net exports (US$)", "net", "total"};

struct PrintedLine {
  const char* text;
  double y;
  int page = 1;
  int row = -1;
};

std::vector<std::vector<std::size_t>> assign(const std::vector<PrintedLine>& lines,
                                             const std::vector<Standing>& rows) {
  std::vector<LabelPiece> pieces;
  for (const PrintedLine& line : lines) {
    LabelPiece piece{{line.page, line.y, 10}, {}};
    if (line.row >= 0) piece.row = static_cast<std::size_t>(line.row);
    piece.atom.text.append(line.text, 0);
    pieces.push_back(std::move(piece));
  }
  return assign_labels(pieces, rows,
                       [](std::string_view name) { return kNames.find(name) != kNames.end(); });
}

TEST(LabelRows, ALineForEachRow) {
  EXPECT_THAT(assign({{"total", 10}, {"imports", 20}}, {{1, 10}, {1, 20}}),
              ElementsAre(ElementsAre(0), ElementsAre(1)));
}

TEST(LabelRows, KnownNamesDecideWhereDistanceMisleads) {
  // The figures stand at the foot of their cells: "net " is as near to the imports' figures.
  EXPECT_THAT(
      assign({{"imports", 10}, {"net ", 30}, {"exports", 40}, {" (US$)", 50}}, {{1, 20}, {1, 50}}),
      ElementsAre(ElementsAre(0), ElementsAre(1, 2, 3)));
}

// A row without a name: the names on the lines of the others stay there.
TEST(LabelRows, WhatStandsOnARowsLineIsItsName) {
  EXPECT_THAT(
      assign({{"net", 10, 1, 0}, {" weight", 20}, {"total", 30, 1, 1}, {"imports", 50, 1, 2}},
             {{1, 10}, {1, 30}, {1, 50}, {1, 65}}),
      ElementsAre(ElementsAre(0), ElementsAre(2), ElementsAre(3), IsEmpty()));
  EXPECT_THAT(assign({{"total", 10, 1, 0}, {"imports", 40, 1, 2}}, {{1, 10}, {1, 25}, {1, 40}}),
              ElementsAre(ElementsAre(0), IsEmpty(), ElementsAre(1)));
}

TEST(LabelRows, ALongerNameThatIsKnownIsTakenWhole) {
  EXPECT_THAT(assign({{"net", 10}, {" exports (US$)", 20}, {"imports", 30}}, {{1, 10}, {1, 30}}),
              ElementsAre(ElementsAre(0, 1), ElementsAre(2)));
}

TEST(LabelRows, OverTheEndOfAPage) {
  EXPECT_THAT(assign({{"total", 780}, {"net ", 790}, {"exports", 50, 2}, {" (US$)", 60, 2}},
                     {{1, 780}, {2, 60}}),
              ElementsAre(ElementsAre(0), ElementsAre(1, 2, 3)));
}

TEST(LabelRows, UnknownNamesGoToTheNearestRow) {
  EXPECT_THAT(assign({{"Mars", 10}, {"colony", 20}, {"Venus", 50}}, {{1, 15}, {1, 50}}),
              ElementsAre(ElementsAre(0, 1), ElementsAre(2)));
}

TEST(LabelRows, WhatIsFarFromEveryRowIsLeftOut) {
  EXPECT_THAT(assign({{"imports", 10}, {"a stamp", 200}}, {{1, 10}}), ElementsAre(ElementsAre(0)));
  EXPECT_THAT(assign({}, {{1, 10}}), ElementsAre(IsEmpty()));
}

}  // namespace
}  // namespace tradereport::parser
