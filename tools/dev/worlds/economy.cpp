#include "tools/dev/worlds/economy.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>

#include "tools/dev/worlds/walk.h"

namespace tradereport::worlds {

namespace {

constexpr std::size_t kPartners = 70;  // besides those that belong to a bloc, if there are so many

void add(std::vector<Level>& sum, const std::vector<Level>& part, Level sign) {
  sum.resize(std::max(sum.size(), part.size()));
  for (std::size_t i = 0; i < part.size(); ++i) sum[i] += sign * part[i];
}

class Maker {
 public:
  Maker(const Family& family, std::uint64_t seed) : family_(family), random_(seed) {
    grain_ = random_.chance(5) ? kLevelsPerUnit / 20 : 1;
  }

  std::vector<TimeSeries> make() {
    for (const TableForm& table : family_.tables) {
      if (!table.names.empty()) add_classes(table);
    }
    add_all_fixed();
    for (const TableForm& table : family_.tables) {
      if (!table.groups.empty()) add_partners(table);
    }
    return std::move(rows_);
  }

  // Other levels of the classes; all else follows from them.
  std::vector<TimeSeries> remake(const std::vector<TimeSeries>& rows, const Revise& revise) {
    for (TimeSeries row : rows) {
      if (family_.table(row.table)->names.empty()) continue;
      for (std::size_t i = 0; i < row.region.size(); ++i) {
        const Level before = row.region[i];
        row.region[i] = std::max(Level{0}, revise(row, i, before));
        row.nation[i] += row.region[i] - before;
      }
      rows_.push_back(std::move(row));
    }
    add_all_fixed();
    for (const TableForm& table : family_.tables) {
      if (!table.groups.empty()) scale_partners(table, rows);
    }
    return std::move(rows_);
  }

 private:
  void add_all_fixed() {
    for (const TableForm& table : family_.tables) {
      for (const RowForm& row : table.rows) add_fixed(table, row);
    }
  }

  // Each partner keeps its part of the flow, and never more.
  void scale_partners(const TableForm& table, const std::vector<TimeSeries>& before) {
    const std::vector<Level> now = flow(table.flow, rows_);
    const std::vector<Level> then = flow(table.flow, before);
    std::map<std::string, std::vector<Level>> levels;
    for (TimeSeries row : before) {
      if (row.table != table.id) continue;
      const bool is_bloc = std::any_of(family_.blocs.begin(), family_.blocs.end(),
                                       [&](const Bloc& bloc) { return bloc.name == row.name; });
      if (is_bloc) continue;
      for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i] != then[i]) row.region[i] = row.region[i] * now[i] / then[i];
      }
      levels[row.name] = row.region;
      rows_.push_back(std::move(row));
    }
    for (TimeSeries row : before) {
      if (row.table != table.id || levels.contains(row.name)) continue;
      row.region = bloc(row.name, levels);
      rows_.push_back(std::move(row));
    }
  }

  const NameSet& names(const std::string& id) const {
    const NameSet* const set = family_.name_set(id);
    if (set == nullptr) throw std::invalid_argument("no names " + id);
    return *set;
  }

  // Classes of a flow: the largest takes a third to a half, the smallest next to nothing. The
  // nation has its own, of which the region's are a part.
  void add_classes(const TableForm& table) {
    const NameSet& set = names(table.names);
    Random random = random_.split();
    // 20 to 600 units a month.
    const Level scale = random.chance(3) ? 1 : 6;
    const Level flow = random.pick(20, 100) * scale * kLevelsPerUnit;
    std::vector<Level> sizes = falling_sizes(set.names.size(), flow, random);
    for (std::size_t i = 0; i < set.names.size(); ++i) {
      TimeSeries row{table.id, "", table.flow, set.names[i].name, {}, {}};
      row.region = walk(sizes[i], grain_, random);
      // Shares between half a per cent and half.
      static constexpr Level kTimes[] = {1, 1, 3, 10, 20};
      const Level times = kTimes[random.index(std::size(kTimes))];
      const Level others = sizes[i] * times * random.pick(10, 100) / 10;
      row.nation = walk(std::max(others, 20 * grain_), grain_, random);
      for (Level& level : row.nation) level = std::max(level, grain_);
      add(row.nation, row.region, 1);
      rows_.push_back(std::move(row));
    }
  }

  // A row that an equality of the family makes the sum of others.
  void add_fixed(const TableForm& table, const RowForm& form) {
    if (find(table.id, form.name) != nullptr) return;
    TimeSeries row{table.id, "", form.flow, form.name, {}, {}};
    const std::string series = table.id + "/" + form.name;
    const auto relation =
        std::find_if(family_.relations.begin(), family_.relations.end(),
                     [&](const RelationForm& r) { return r.equal && r.whole.series == series; });
    if (relation == family_.relations.end())
      throw std::invalid_argument("no equality gives " + series);
    for (const Term& term : relation->parts) {
      for (const TimeSeries* part : expand(term.series)) {
        add(row.region, part->region, term.sign);
        if (term.sign > 0) add(row.nation, part->nation, 1);
      }
    }
    rows_.push_back(std::move(row));
  }

  std::vector<const TimeSeries*> expand(const std::string& series) {
    const std::size_t slash = series.find('/');
    const std::string place = series.substr(0, slash);
    const std::string rest = slash == std::string::npos ? "" : series.substr(slash + 1);
    std::vector<const TimeSeries*> found;
    if (const TableForm* const table = family_.table(place); table != nullptr && rest != "*") {
      for (const RowForm& row : table->rows) {
        if (row.name == rest) add_fixed(*table, row);
      }
    }
    for (const TimeSeries& row : rows_) {
      if (row.table == place && (rest == "*" || row.name == rest)) found.push_back(&row);
    }
    if (found.empty()) throw std::invalid_argument("nothing is known of " + series);
    return found;
  }

  const TimeSeries* find(const std::string& table, const std::string& name) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const TimeSeries& row) {
      return row.table == table && row.name == name;
    });
    return found == rows_.end() ? nullptr : &*found;
  }

  // What the partners share in.
  std::vector<Level> flow(const std::string& id, const std::vector<TimeSeries>& rows) const {
    for (const TimeSeries& row : rows) {
      const TableForm* const table = family_.table(row.table);
      if (row.flow == id && !table->rows.empty()) return row.region;
    }
    throw std::invalid_argument("no row stands for the flow " + id);
  }

  bool is_member(const std::string& name) const {
    return std::any_of(family_.blocs.begin(), family_.blocs.end(), [&](const Bloc& bloc) {
      return std::find(bloc.members.begin(), bloc.members.end(), name) != bloc.members.end();
    });
  }

  void add_partners(const TableForm& table) {
    const auto ranked = std::find_if(table.groups.begin(), table.groups.end(),
                                     [](const GroupForm& group) { return group.ranked > 0; });
    if (ranked == table.groups.end()) throw std::invalid_argument("no ranked group: " + table.id);
    Random random = random_.split();
    std::vector<std::string> partners;
    for (const NameEntry& entry : names(ranked->names).names) {
      if (partners.size() < kPartners || is_member(entry.name)) partners.push_back(entry.name);
    }
    const auto shares = shares_of(flow(table.flow, rows_), partners.size(), grain_, random);
    std::map<std::string, std::vector<Level>> levels;
    for (std::size_t i = 0; i < partners.size(); ++i) levels[partners[i]] = shares[i];
    for (const GroupForm& group : table.groups) {
      for (const NameEntry& entry : names(group.names).names) {
        const auto found = levels.find(entry.name);
        TimeSeries row{table.id, group.name, table.flow, entry.name, {}, {}};
        if (group.ranked == 0) {
          row.region = bloc(entry.name, levels);
        } else if (found != levels.end()) {
          row.region = found->second;
        } else {
          continue;
        }
        rows_.push_back(std::move(row));
      }
    }
  }

  std::vector<Level> bloc(const std::string& name,
                          const std::map<std::string, std::vector<Level>>& levels) const {
    std::vector<Level> sum;
    for (const Bloc& bloc : family_.blocs) {
      if (bloc.name != name) continue;
      for (const std::string& member : bloc.members) {
        const auto found = levels.find(member);
        if (found != levels.end()) add(sum, found->second, 1);
      }
    }
    if (sum.empty()) throw std::invalid_argument("no members of " + name);
    return sum;
  }

  const Family& family_;
  Random random_;
  Level grain_ = 1;  // all levels are multiples of it; a coarse one makes many exact halves
  std::vector<TimeSeries> rows_;
};

}  // namespace

std::size_t month_index(Period period) {
  return static_cast<std::size_t>((period.year - kFirstMonth.year) * 12 + period.month - 1);
}

Level TimeSeries::level(Period period, Span span, int years_before) const {
  period.year -= years_before;
  const std::size_t last = month_index(period);
  const std::size_t first = span == Span::month ? last : month_index({period.year, 1});
  Level sum = 0;
  for (std::size_t i = first; i <= last; ++i) sum += region.at(i);
  return sum;
}

Level TimeSeries::nation_level(Period period, Span span) const {
  const std::size_t last = month_index(period);
  const std::size_t first = span == Span::month ? last : month_index({period.year, 1});
  Level sum = 0;
  for (std::size_t i = first; i <= last; ++i) sum += nation.at(i);
  return sum;
}

const TimeSeries* Economy::find(std::string_view table, std::string_view name) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const TimeSeries& row) {
    return row.table == table && row.name == name;
  });
  return found == rows_.end() ? nullptr : &*found;
}

Economy revised(const Economy& world, const Family& family, const Revise& revise) {
  Economy other;
  other.seed_ = world.seed_;
  other.rows_ = Maker(family, world.seed_).remake(world.rows_, revise);
  return other;
}

Economy make_economy(const Family& family, std::uint64_t seed) {
  Economy world;
  world.seed_ = seed;
  world.rows_ = Maker(family, seed).make();
  return world;
}

}  // namespace tradereport::worlds
