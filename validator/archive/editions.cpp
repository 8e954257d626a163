#include "validator/archive/editions.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace tradereport::validator {

namespace {

constexpr double kOfAPoint = 10;

// Seven bits a byte, the lowest first; the last byte has no eighth bit.
void pack(std::string& bytes, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) bytes += static_cast<char>(value | 0x80U);
  bytes += static_cast<char>(value);
}

std::uint64_t take(const std::string& bytes, std::size_t& at) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.at(at++));
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return value;
  }
}

std::string text_of_key(const FigureKey& key) {
  std::string name;
  for (const std::string* const part : {&key.place, &key.flow, &key.group, &key.row})
    (name += *part) += '\n';
  name += std::to_string(key.rank) + '\n';
  name += to_string(key.span);
  name += to_string(key.measure);
  return name;
}

}  // namespace

void PackedFigures::add(const EditionFigure& figure) {
  const std::int64_t unscaled = figure.value.unscaled();
  pack(bytes_, figure.key);
  pack(bytes_, figure.unit);
  pack(bytes_, static_cast<std::uint64_t>(figure.page));
  pack(bytes_, static_cast<std::uint64_t>(figure.value.decimals()));
  pack(bytes_, (static_cast<std::uint64_t>(unscaled < 0 ? -unscaled : unscaled) << 1U) |
                   (unscaled < 0 ? 1U : 0U));
  pack(bytes_, static_cast<std::uint64_t>(figure.line));
  const bool placed =
      !figure.boxes.empty() && figure.boxes.front().x0 >= 0 && figure.boxes.front().y0 >= 0;
  pack(bytes_, placed ? 1 : 0);
  if (!placed) return;
  const Box& box = figure.boxes.front();
  for (const double length : {box.x0, box.y0, box.width(), box.height()})
    pack(bytes_, static_cast<std::uint64_t>(std::llround(std::max(length, 0.0) * kOfAPoint)));
}

std::vector<EditionFigure> PackedFigures::all() const {
  std::vector<EditionFigure> figures;
  for (std::size_t at = 0; at < bytes_.size();) {
    EditionFigure figure;
    figure.key = static_cast<std::uint32_t>(take(bytes_, at));
    figure.unit = static_cast<std::uint32_t>(take(bytes_, at));
    figure.page = static_cast<int>(take(bytes_, at));
    const int decimals = static_cast<int>(take(bytes_, at));
    const std::uint64_t sized = take(bytes_, at);
    const auto size = static_cast<std::int64_t>(sized >> 1U);
    figure.value = Decimal((sized & 1U) != 0 ? -size : size, decimals);
    figure.line = static_cast<int>(take(bytes_, at));
    if (take(bytes_, at) != 0) {
      const auto length = [&] { return static_cast<double>(take(bytes_, at)) / kOfAPoint; };
      const double x0 = length();
      const double y0 = length();
      const double width = length();
      figure.boxes = {{x0, y0, x0 + width, y0 + length()}};
    }
    figures.push_back(std::move(figure));
  }
  return figures;
}

std::uint32_t Editions::number_of(const FigureKey& key) {
  const auto [entry, fresh] =
      numbers_.try_emplace(text_of_key(key), static_cast<std::uint32_t>(keys_.size()));
  if (fresh) keys_.push_back(key);
  return entry->second;
}

std::uint32_t Editions::number_of(const std::string& unit) {
  const auto number = std::find(units_.begin(), units_.end(), unit) - units_.begin();
  if (number == std::ssize(units_)) units_.push_back(unit);
  return static_cast<std::uint32_t>(number);
}

std::vector<Finding> Editions::add(const Report& report, std::vector<Finding> findings,
                                   bool draft) {
  Edition edition{report.file, report.period, report.has_month, draft, {}, 0};
  for (const Figure& figure : report.figures)
    edition.figures.add({number_of(figure.key), number_of(figure.unit), figure.source.page,
                         figure.value, figure.source.line, figure.source.boxes});
  std::string text;
  for (const Claim& claim : report.claims)
    text += text_of_key(claim.key) + '\n' + claim.value.to_string() + '\n';
  edition.text = std::hash<std::string>()(text);
  editions_.push_back(std::move(edition));
  return practice_.tell(editions_.size() - 1, std::move(findings));
}

}  // namespace tradereport::validator
