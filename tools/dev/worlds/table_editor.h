// Figures moved about within the tables of an issue, as editors do by mistake. Internal to worlds.
#pragma once

#include <string>
#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"
#include "tools/dev/worlds/random.h"

namespace tradereport::worlds {

void exchange_figures(Figure& a, Figure& b);
// In the row of the same name or rank; in one column.
bool on_one_line(const FigureKey& a, const FigureKey& b);
bool in_one_column(const FigureKey& a, const FigureKey& b);

// Each does what MadeSlip says, somewhere; nothing where there is no place for it.
class TableEditor {
 public:
  TableEditor(Report& report, const Family& family, Random& random)
      : report_(report), family_(family), random_(random) {}

  using Fits = bool (*)(const FigureKey& a, const FigureKey& b);
  void pair_of_figures(Fits fits);
  void names();
  void rows();
  void columns();
  void tables();
  void spans();
  void shifted_column();
  void unit();
  void year_to_date_printed();

  std::string any_table();

 private:
  template <class Item>
  Item& any(std::vector<Item>& items) {
    return items[random_.index(items.size())];
  }

  Report& report_;
  const Family& family_;
  Random& random_;
};

}  // namespace tradereport::worlds
