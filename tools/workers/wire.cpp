#include "tools/workers/wire.h"

#include <unicode/utf8.h>

#include <array>
#include <bit>
#include <cmath>

namespace tradereport::tools {

namespace {

// A kilometre of paper.
constexpr double kFarthest = 3e6;

bool ordinary(double length) {
  return std::isfinite(length) && std::abs(length) <= kFarthest;
}

// The index of the first byte that is not UTF-8, or the length.
std::size_t first_bad(std::string_view text, std::size_t from) {
  const auto length = static_cast<std::int64_t>(text.size());
  for (auto i = static_cast<std::int64_t>(from); i < length;) {
    const std::int64_t start = i;
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, length, c);
    if (c < 0) return static_cast<std::size_t>(start);
  }
  return text.size();
}

}  // namespace

void WireWriter::length(const double& value) {
  const auto bits = std::bit_cast<std::uint64_t>(ordinary(value) ? value : 0.0);
  std::array<char, 8> bytes;
  for (unsigned i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(bits >> (8 * i));
  bytes_.append(bytes.data(), bytes.size());
}

void WireWriter::text(const std::string& value) {
  if (value.empty()) {  // no bytes, and nothing to remember
    bytes_.append(2, '\0');
    return;
  }
  const auto [entry, fresh] = sent_.try_emplace(value, sent_.size() + 1);
  put_unsigned(fresh ? 0 : entry->second);
  if (!fresh) return;
  put_unsigned(value.size());
  std::size_t bad = first_bad(value, 0);
  if (bad == value.size()) {
    bytes_ += value;
    return;
  }
  std::string mended = value;  // of the same length, for others count its bytes
  for (; bad < mended.size(); bad = first_bad(mended, bad)) mended[bad] = '?';
  bytes_ += mended;
}

void WireWriter::shared(const SharedText& value) {
  if (const auto sent = sent_shared_.find(value.identity()); sent != sent_shared_.end()) {
    put_unsigned(sent->second);
    return;
  }
  if (value.empty()) return text(std::string());
  text(value.str());
  sent_shared_[value.identity()] = sent_.at(value.view());
}

void WireReader::spend(std::size_t bytes) {
  if (bytes > budget_) throw BadMessage("the message is too large");
  budget_ -= bytes;
}

std::uint64_t WireReader::take_long() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(take(1).front());
    const std::uint64_t part = byte & 0x7FU;
    if (shift == 63 && part > 1) break;
    value |= part << shift;
    if (byte < 0x80) {
      if (byte == 0 && shift > 0) break;  // one way to write a number
      return value;
    }
  }
  throw BadMessage("a number is malformed");
}

void WireReader::flag(bool& value) {
  const char byte = take(1).front();
  if (byte != '\0' && byte != '\1') throw BadMessage("a flag is malformed");
  value = byte == '\1';
}

void WireReader::length(double& value) {
  std::uint64_t bits = 0;
  unsigned shift = 0;
  for (const char c : take(8)) {
    bits |= std::uint64_t{static_cast<unsigned char>(c)} << shift;
    shift += 8;
  }
  value = std::bit_cast<double>(bits);
  if (!ordinary(value)) throw BadMessage("a length is no ordinary number");
}

std::size_t WireReader::take_text() {
  const std::uint64_t number = take_unsigned();
  if (number > received_.size()) throw BadMessage("a text is not known");
  if (number > 0) return number;
  const std::string_view fresh = take(take_unsigned());
  if (fresh.empty()) return 0;
  if (first_bad(fresh, 0) != fresh.size()) throw BadMessage("a text is not UTF-8");
  received_.push_back(fresh);
  return received_.size();
}

void WireReader::text(std::string& value) {
  value.clear();
  const std::size_t number = take_text();
  if (number == 0) return;
  spend(received_[number - 1].size());
  value = received_[number - 1];
}

void WireReader::shared(SharedText& value) {
  value = {};
  const std::size_t number = take_text();
  if (number == 0) return;
  SharedText& known = shared_[number];
  if (known.empty()) {
    spend(received_[number - 1].size());
    known = std::string(received_[number - 1]);
  }
  value = known;
}

void WireReader::bytes(std::string& value) {
  const std::string_view taken = take(take_unsigned());
  spend(taken.size());
  value = taken;
}

void WireReader::count(std::size_t& value) {
  const std::uint64_t read = take_unsigned();
  if (read > bytes_.size()) throw BadMessage("a list is longer than the message");
  value = read;
}

void WireReader::finish() const {
  if (!bytes_.empty()) throw BadMessage("the message is too long");
}

}  // namespace tradereport::tools
