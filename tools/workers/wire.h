// Values as bytes: the primitives of the message between the program and its workers.
//
// One function describes a value for both directions, so that writing and reading cannot differ:
//
//   template <class Stream> void fields(Stream& stream, auto& point) {
//     auto& [x, y, name] = point;      // a new member does not compile until it is added here
//     stream.number(x, 0, 100);
//     stream.number(y, 0, 100);
//     stream.text(name);
//   }
//
// The reader trusts nothing: every number has its bounds, every text is checked to be UTF-8, and
// what a message makes the reader keep is limited (`budget`), whatever it claims.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "schemas/shared_text.h"

namespace tradereport::tools {

// Thrown by WireReader: the bytes are no message of this form.
struct BadMessage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class WireWriter {
 public:
  static constexpr bool kReads = false;

  // Integers and enumerations; the bounds are the reader's.
  template <class T>
  void number(const T& value, std::int64_t /*least*/, std::int64_t /*most*/) {
    put_signed(static_cast<std::int64_t>(value));
  }
  void flag(const bool& value) { bytes_ += value ? '\1' : '\0'; }
  // A length in points; what is no ordinary number is sent as 0.
  void length(const double& value);
  // UTF-8; bytes that are not are sent as '?'. A text that was sent before is sent as its number,
  // so it must outlive the writer.
  void text(const std::string& value);
  void text(std::string&& value) { text(kept_.emplace_back(std::move(value))); }
  // The same for a text that is shared: it is looked at once, however many hold it.
  void shared(const SharedText& value);
  // What is no text.
  void bytes(const std::string& value) {
    put_unsigned(value.size());
    bytes_ += value;
  }
  // The element count of a list, each element at least one byte.
  template <class T>
  void size(const std::vector<T>& list) {
    put_unsigned(list.size());
  }
  void count(const std::size_t& value) { put_unsigned(value); }

  std::string take() { return std::move(bytes_); }

 private:
  void put_unsigned(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(value | 0x80U);
    bytes_ += static_cast<char>(value);
  }
  void put_signed(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    put_unsigned((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0));
  }

  std::string bytes_;
  std::deque<std::string> kept_;
  std::unordered_map<std::string_view, std::uint64_t> sent_;
  std::unordered_map<const void*, std::uint64_t> sent_shared_;  // by identity
};

// Reads what WireWriter wrote. Throws BadMessage for anything else.
class WireReader {
 public:
  static constexpr bool kReads = true;
  static constexpr std::size_t kBudget = std::size_t{256} << 20U;

  // The bytes must outlive the reader. budget: what all values together may occupy.
  explicit WireReader(std::string_view bytes, std::size_t budget = kBudget)
      : bytes_(bytes), budget_(budget) {}

  template <class T>
  void number(T& value, std::int64_t least, std::int64_t most) {
    const std::int64_t read = take_signed();
    if (read < least || read > most) throw BadMessage("a number is out of bounds");
    value = static_cast<T>(read);
  }
  void flag(bool& value);
  void length(double& value);
  void text(std::string& value);
  // Those that come as one text share it again.
  void shared(SharedText& value);
  void bytes(std::string& value);
  template <class T>
  void size(std::vector<T>& list) {
    std::size_t length = 0;
    count(length);
    spend(length * sizeof(T));
    list.resize(length);
  }
  // At most one a byte that is left.
  void count(std::size_t& value);
  // Must be called at the end: nothing may be left.
  void finish() const;

 private:
  std::uint64_t take_unsigned() {
    // Most numbers are small.
    if (bytes_.empty() || static_cast<unsigned char>(bytes_.front()) >= 0x80) return take_long();
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }
  std::uint64_t take_long();
  std::int64_t take_signed() {
    const std::uint64_t bits = take_unsigned();
    return static_cast<std::int64_t>((bits >> 1U) ^ ((bits & 1U) != 0 ? ~std::uint64_t{0} : 0));
  }
  std::string_view take(std::size_t length) {
    if (length > bytes_.size()) throw BadMessage("the message is cut off");
    const std::string_view taken = bytes_.substr(0, length);
    bytes_.remove_prefix(length);
    return taken;
  }
  void spend(std::size_t bytes);
  // The number of the text that follows, among those received; 0 for the empty one.
  std::size_t take_text();

  std::string_view bytes_;
  std::size_t budget_;
  std::vector<std::string_view> received_;
  std::unordered_map<std::size_t, SharedText> shared_;  // by number
};

// What is made of other values. `each` describes one of them, as in each(stream, item).
namespace wire {

inline constexpr auto kText = [](auto& stream, auto& value) { stream.text(value); };

template <class Stream, class List, class Each>
void list(Stream& stream, List& items, const Each& each) {
  stream.size(items);
  for (auto& item : items) each(stream, item);
}

template <class Stream, class Optional, class Each>
void optional(Stream& stream, Optional& value, const Each& each) {
  bool set = value.has_value();
  stream.flag(set);
  if constexpr (Stream::kReads) {
    if (set) value.emplace();
  }
  if (set) each(stream, *value);
}

// `value`: a std::variant, whose alternatives can all be made from nothing.
template <class... Types, class Each>
void variant(WireWriter& stream, const std::variant<Types...>& value, const Each& each) {
  stream.number(value.index(), 0, sizeof...(Types) - 1);
  std::visit([&](const auto& alternative) { each(stream, alternative); }, value);
}

template <class... Types, class Each>
void variant(WireReader& stream, std::variant<Types...>& value, const Each& each) {
  std::size_t index = 0;
  stream.number(index, 0, sizeof...(Types) - 1);
  std::size_t i = 0;
  ((i++ == index ? void(value.template emplace<Types>()) : void()), ...);
  std::visit([&](auto& alternative) { each(stream, alternative); }, value);
}

template <class Map, class Key, class Value>
void map(WireWriter& stream, const Map& entries, const Key& each_key, const Value& each_value) {
  stream.count(entries.size());
  for (const auto& [key, value] : entries) {
    each_key(stream, key);
    each_value(stream, value);
  }
}

template <class Map, class Key, class Value>
void map(WireReader& stream, Map& entries, const Key& each_key, const Value& each_value) {
  std::size_t size = 0;
  stream.count(size);
  for (std::size_t i = 0; i < size; ++i) {
    typename Map::key_type key{};
    typename Map::mapped_type value{};
    each_key(stream, key);
    each_value(stream, value);
    if (!entries.emplace(std::move(key), std::move(value)).second)
      throw BadMessage("a name stands twice");
  }
}

}  // namespace wire

}  // namespace tradereport::tools
