#include "tools/workers/annotate/update.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <compare>
#include <cstddef>
#include <map>

#include "tools/workers/sha256.h"

namespace tradereport::tools {

namespace {

// Offsets are written with so many bytes in a stream, and ten digits in a table.
constexpr int kOffsetBytes = 4;
constexpr std::size_t kGreatestOffset = 0xFFFFFFFF;
constexpr std::size_t kIdDigits = 32;

struct LastSection {
  std::size_t offset = 0;
  bool stream = false;
};

// The cross-reference section that the end of the file leads to.
std::optional<LastSection> last_section(std::string_view bytes) {
  constexpr std::string_view kWord = "startxref";
  constexpr std::string_view kBlanks = " \t\r\n\f";
  const std::size_t word = bytes.rfind(kWord);
  if (!bytes.starts_with("%PDF-") || word == std::string_view::npos) return std::nullopt;
  const std::size_t number = bytes.find_first_not_of(kBlanks, word + kWord.size());
  if (number == std::string_view::npos) return std::nullopt;
  LastSection section;
  const auto [end, error] =
      std::from_chars(bytes.data() + number, bytes.data() + bytes.size(), section.offset);
  if (error != std::errc() || section.offset == 0 || section.offset >= word) return std::nullopt;
  const std::string_view there = bytes.substr(section.offset);
  section.stream = there.front() >= '0' && there.front() <= '9';
  if (!section.stream && !there.starts_with("xref")) return std::nullopt;
  return section;
}

// What a trailer of the update says besides where the last section is. The first half of the
// file's identifier stays; the second is that of these bytes.
std::string trailer_entries(const PdfTrailer& trailer, long long size, std::string_view bytes) {
  std::string entries = fmt::format("/Size {}", size);
  if (!trailer.root.empty()) entries += " /Root " + trailer.root;
  if (!trailer.info.empty()) entries += " /Info " + trailer.info;
  if (!trailer.id.empty())
    entries += fmt::format(" /ID [{} <{}>]", trailer.id, sha256_of(bytes).substr(0, kIdDigits));
  return entries;
}

struct ObjectId {
  int number = 0;
  int generation = 0;
  friend auto operator<=>(const ObjectId&, const ObjectId&) = default;
};
using Offsets = std::map<ObjectId, std::size_t>;

// Calls `begin` with the first number and the count of every run of numbers, then `each` with its
// objects.
template <class Begin, class Each>
void by_runs(const Offsets& offsets, const Begin& begin, const Each& each) {
  for (auto first = offsets.begin(); first != offsets.end();) {
    auto end = first;
    int count = 0;
    while (end != offsets.end() && end->first.number == first->first.number + count) ++end, ++count;
    begin(first->first.number, count);
    std::for_each(first, end, each);
    first = end;
  }
}

std::string table_section(const Offsets& offsets, const std::string& entries) {
  std::string text = "xref\n";
  by_runs(
      offsets, [&](int first, int count) { text += fmt::format("{} {}\n", first, count); },
      [&](const auto& entry) {
        text += fmt::format("{:010} {:05} n \n", entry.second, entry.first.generation);
      });
  return text + "trailer\n<< " + entries + " >>\n";
}

std::string stream_section(int number, const Offsets& offsets, const std::string& entries) {
  std::string index;
  std::string rows;
  const auto put = [&](std::size_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) rows += static_cast<char>(value >> (8 * i) & 0xFFU);
  };
  by_runs(
      offsets, [&](int first, int count) { index += fmt::format("{} {} ", first, count); },
      [&](const auto& entry) {
        put(1, 1);
        put(entry.second, kOffsetBytes);
        put(static_cast<std::size_t>(entry.first.generation), 2);
      });
  return fmt::format(
      "{} 0 obj\n<< /Type /XRef {} /W [1 {} 2] /Index [{}] /Length {} >>\nstream\n{}\nendstream\n"
      "endobj\n",
      number, entries, kOffsetBytes, index, rows.size(), rows);
}

}  // namespace

std::optional<std::string> updated_pdf(std::string_view original, const PdfFile& pdf) {
  const std::optional<LastSection> last = last_section(original);
  const PdfTrailer trailer = pdf.trailer();
  if (!last || pdf.is_encrypted() || trailer.is_hybrid) return std::nullopt;
  std::string bytes(original);
  if (bytes.back() != '\n') bytes += '\n';
  Offsets offsets;
  for (const PdfObject& object : pdf.changed()) {
    offsets[{object.number, object.generation}] = bytes.size();
    bytes += fmt::format("{} {} obj\n{}\nendobj\n", object.number, object.generation, object.text);
  }
  if (bytes.size() > kGreatestOffset) return std::nullopt;
  const std::size_t section = bytes.size();
  const int own = pdf.last_object() + 1;  // number of the section, as a stream
  const long long size = std::max<long long>(trailer.size, own + (last->stream ? 1 : 0));
  const std::string entries =
      trailer_entries(trailer, size, bytes) + fmt::format(" /Prev {}", last->offset);
  if (last->stream) {
    offsets[{own, 0}] = section;
    bytes += stream_section(own, offsets, entries);
  } else {
    bytes += table_section(offsets, entries);
  }
  return bytes + fmt::format("startxref\n{}\n%%EOF\n", section);
}

}  // namespace tradereport::tools
