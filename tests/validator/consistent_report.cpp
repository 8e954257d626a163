#include "tests/validator/consistent_report.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "tests/validator/report_builder.h"

namespace tradereport::test {

namespace {

// Levels of one row in ten-thousandths of the unit, for month and year to date.
struct Levels {
  std::array<std::int64_t, 2> now{};
  std::array<std::int64_t, 2> before{};
  std::array<std::int64_t, 2> nation{};

  Levels& operator+=(const Levels& other) {
    for (std::size_t i = 0; i < 2; ++i) {
      now[i] += other.now[i];
      before[i] += other.before[i];
      nation[i] += other.nation[i];
    }
    return *this;
  }
  Levels operator-() const {
    Levels result;
    for (std::size_t i = 0; i < 2; ++i) {
      result.now[i] = -now[i];
      result.before[i] = -before[i];
    }
    return result;
  }
};

constexpr std::array<Span, 2> kSpans{Span::month, Span::ytd};

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed), halves_up_(chance(2)) {
    report_.family = family().id;
    report_.period = {2024, chance(6) ? 1 : pick(2, 12)};
  }

  Report make() {
    const Levels exports = flow("table2", "export", 800000);
    const Levels imports = flow("table3", "import", 3000000);
    Levels total = exports;
    total += imports;
    Levels net = exports;
    net += -imports;
    rates("table1", "total", "进出口总额", total, true);
    rates("table1", "export", "出口额", exports, true);
    rates("table1", "import", "进口额", imports, true);
    for (std::size_t i = 0; i < 2; ++i) {
      FigureKey key{"table1", kSpans[i], "net", "", 0, "净出口额", Measure::value};
      add(key, rounded(net.now[i], 10000), "亿美元");
      key.measure = Measure::change;
      add(key, rounded(net.now[i] - net.before[i], 10000), "亿美元");
    }
    partners("table4", "export", exports);
    partners("table5", "import", imports);
    for (const Figure& item : report_.figures) {
      if (chance(3)) repeat(item);
    }
    return std::move(report_);
  }

 private:
  bool chance(int one_in) { return pick(1, one_in) == 1; }
  template <class Int>
  Int pick(Int least, Int most) {
    return std::uniform_int_distribution<Int>(least, most)(random_);
  }

  // Many small levels and a few great ones.
  std::int64_t level(std::int64_t most) {
    const std::int64_t scale = most >> pick(0, 12);
    return chance(30) ? 0 : pick<std::int64_t>(0, std::max<std::int64_t>(scale, 1));
  }

  Levels levels(std::int64_t most) {
    Levels result;
    const bool january = report_.period.month == 1;
    for (std::size_t i = 0; i < 2; ++i) {
      // The year to date is the month and what came before it.
      const bool empty = i == 1 && january;
      result.now[i] = empty ? 0 : level(most);
      result.before[i] = empty ? 0 : chance(3) ? level(most) : result.now[i] * pick(1, 30) / 10;
      result.nation[i] = empty ? 0 : result.now[i] + level(most * 20);
      if (i == 1) continue;
      result.before[0] = std::max<std::int64_t>(result.before[0], 1);
      result.nation[0] = std::max<std::int64_t>(result.nation[0], 1);
    }
    result.now[1] += result.now[0];
    result.before[1] += result.before[0];
    result.nation[1] += result.nation[0];
    return result;
  }

  // A flow and the table of its classes.
  Levels flow(const std::string& place, const std::string& id, std::int64_t most) {
    Levels sum;
    std::array<std::vector<std::pair<std::int64_t, std::string>>, 2> ranking;
    for (const NameEntry& name : family().name_set("products")->names) {
      const Levels row = levels(most);
      rates(place, id, name.name, row, true);
      sum += row;
      for (std::size_t i = 0; i < 2; ++i) ranking[i].emplace_back(row.now[i], name.name);
    }
    for (std::size_t i = 0; i < 2; ++i) top_list(kSpans[i], id, ranking[i]);
    return sum;
  }

  void top_list(Span span, const std::string& id,
                std::vector<std::pair<std::int64_t, std::string>> ranking) {
    std::sort(ranking.rbegin(), ranking.rend());
    TopList list{span, id, 3, {}, {}, {}};
    for (std::size_t i = 0; i < 3; ++i) list.names.push_back(ranking[i].second);
    report_.lists.push_back(std::move(list));
  }

  // Partners share a part of the flow; the members among them and others make up the blocs.
  void partners(const std::string& place, const std::string& id, const Levels& flow) {
    std::vector<std::string> names;
    for (const Bloc& bloc : family().blocs)
      names.insert(names.end(), bloc.members.begin(), bloc.members.begin() + 5);
    for (const NameEntry& entry : family().name_set("partners")->names) {
      if (names.size() < 25 && std::find(names.begin(), names.end(), entry.name) == names.end())
        names.push_back(entry.name);
    }
    std::map<std::string, Levels> rows;
    for (const std::string& name : names) rows[name] = part(flow, 40);
    for (const Bloc& bloc : family().blocs) {
      Levels sum = part(flow, 8);
      for (const std::string& member : bloc.members) sum += rows[member];
      rates(place, id, bloc.name, sum, false, family().table(place)->groups[0].name);
      for (const std::string& member : bloc.members) {
        if (std::find(names.begin(), names.end(), member) == names.end()) rows.erase(member);
      }
    }
    for (std::size_t i = 0; i < 2; ++i) {
      std::vector<std::pair<std::int64_t, std::string>> ranking;
      for (const auto& [name, row] : rows) ranking.emplace_back(row.now[i], name);
      std::sort(ranking.rbegin(), ranking.rend());
      for (int rank = 1; rank <= 10; ++rank) {
        const std::string& name = ranking[static_cast<std::size_t>(rank - 1)].second;
        row(place, id, name, rows[name], i, false, family().table(place)->groups[1].name, rank);
      }
      top_list(kSpans[i], id, ranking);
    }
  }

  // At most one in so many of the flow, in both years.
  Levels part(const Levels& flow, std::int64_t one_in) {
    const std::int64_t now = pick<std::int64_t>(0, 1000);
    const std::int64_t before = pick<std::int64_t>(0, 1000);
    Levels result;
    const std::array<std::int64_t, 2> now_steps{flow.now[0], flow.now[1] - flow.now[0]};
    const std::array<std::int64_t, 2> before_steps{flow.before[0], flow.before[1] - flow.before[0]};
    for (std::size_t i = 0; i < 2; ++i) {
      result.now[i] = now_steps[i] * now / 1000 / one_in;
      result.before[i] = before_steps[i] * before / 1000 / one_in;
    }
    result.now[1] += result.now[0];
    result.before[1] += result.before[0];
    return result;
  }

  void rates(const std::string& place, const std::string& id, const std::string& name,
             const Levels& levels, bool share, const std::string& group = "") {
    for (std::size_t i = 0; i < 2; ++i) row(place, id, name, levels, i, share, group, 0);
  }

  void row(const std::string& place, const std::string& id, const std::string& name,
           const Levels& levels, std::size_t i, bool share, const std::string& group, int rank) {
    FigureKey key{place, kSpans[i], id, group, rank, name, Measure::value};
    add(key, rounded(levels.now[i], 10000), "亿美元");
    if (levels.before[i] > 0) {
      key.measure = Measure::growth;
      add(key, rounded(100 * (levels.now[i] - levels.before[i]), levels.before[i]), "%");
    }
    if (share) {
      key.measure = Measure::share;
      add(key, rounded(100 * levels.now[i], levels.nation[i]), "%");
    }
  }

  // numerator / denominator with one decimal, halves to the side of this publisher.
  Decimal rounded(std::int64_t numerator, std::int64_t denominator) {
    const Rational twice =
        Rational(std::to_string(20 * numerator)) / Rational(std::to_string(denominator));
    // Halves up: floor(x + 1/2); halves down: ceiling(x - 1/2).
    const std::string text =
        halves_up_ ? round_down((twice + 1) / 2, 0) : round_up((twice - 1) / 2, 0);
    return {std::stoll(text), 1};
  }

  void add(const FigureKey& key, const Decimal& value, const std::string& unit) {
    report_.figures.push_back({key, value, unit, value.to_string(), {}});
  }

  void repeat(const Figure& item) {
    Claim claim;
    static_cast<Figure&>(claim) = item;
    claim.key.place = "text";
    claim.key.group.clear();
    claim.key.rank = 0;
    if (chance(2)) {
      claim.direction = claim.value.negative() ? -1 : 1;
      claim.direction_word = claim.value.negative() ? "下降" : "上升";
      claim.printed = claim.value.abs().to_string();
    } else {
      claim.signed_digits = claim.value.negative();
    }
    report_.claims.push_back(std::move(claim));
  }

  std::mt19937 random_;
  bool halves_up_;
  Report report_;
};

}  // namespace

Report consistent_report(std::uint32_t seed) {
  return Generator(seed).make();
}

}  // namespace tradereport::test
