#include "tools/dev/mutations/mutation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <utility>
#include <vector>

namespace tradereport {

namespace {

class Mutator {
 public:
  Mutator(std::string_view file, std::uint32_t seed) : bytes_(file), random_(seed) {}

  Mutation flip() {
    const std::size_t at = below(bytes_.size());
    const unsigned bit = static_cast<unsigned>(below(8));
    bytes_[at] = static_cast<char>(static_cast<unsigned char>(bytes_[at]) ^ (1U << bit));
    return {fmt::format("bit {} of byte {} flipped", bit, at), bytes_};
  }

  Mutation overwrite() {
    const auto [at, size] = piece(16);
    for (std::size_t i = at; i < at + size; ++i) bytes_[i] = static_cast<char>(below(256));
    return {fmt::format("{} bytes from {} overwritten", size, at), bytes_};
  }

  Mutation cut_end() {
    const std::size_t left = below(bytes_.size());
    return {fmt::format("cut off behind {} bytes of {}", left, bytes_.size()),
            bytes_.substr(0, left)};
  }

  Mutation cut_out() {
    const auto [at, size] = piece(4096);
    bytes_.erase(at, size);
    return {fmt::format("{} bytes from {} cut out", size, at), bytes_};
  }

  Mutation zeros() {
    const auto [at, size] = piece(4096);
    std::fill_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at), size, '\0');
    return {fmt::format("{} bytes from {} are zero", size, at), bytes_};
  }

  Mutation twice() {
    const auto [at, size] = piece(4096);
    bytes_.insert(at, bytes_.substr(at, size));
    return {fmt::format("{} bytes from {} stand twice", size, at), bytes_};
  }

  Mutation exchange() {
    const std::vector<std::pair<std::size_t, std::size_t>> all = bodies();
    if (all.size() < 2) return flip();
    std::size_t first = below(all.size());
    std::size_t second = below(all.size() - 1);
    if (second >= first) ++second;
    if (second < first) std::swap(first, second);
    const auto [a, a_size] = all[first];
    const auto [b, b_size] = all[second];
    const std::string a_body = bytes_.substr(a, a_size);
    const std::string b_body = bytes_.substr(b, b_size);
    bytes_.replace(b, b_size, a_body);
    bytes_.replace(a, a_size, b_body);
    return {fmt::format("objects at {} and {} exchanged", a, b), bytes_};
  }

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  std::pair<std::size_t, std::size_t> piece(std::size_t longest) {
    const std::size_t at = below(bytes_.size());
    return {at, std::min(1 + below(longest), bytes_.size() - at)};
  }

  // What stands between "obj" and "endobj": begin and size.
  std::vector<std::pair<std::size_t, std::size_t>> bodies() const {
    std::vector<std::pair<std::size_t, std::size_t>> all;
    for (std::size_t at = bytes_.find(" obj"); at != std::string::npos;) {
      const std::size_t begin = at + 4;
      const std::size_t end = bytes_.find("endobj", begin);
      if (end == std::string::npos) break;
      all.emplace_back(begin, end - begin);
      at = bytes_.find(" obj", end);
    }
    return all;
  }

  std::string bytes_;
  std::mt19937 random_;
};

}  // namespace

Mutation mutate(std::string_view file, std::uint32_t seed) {
  using Kind = Mutation (Mutator::*)();
  static constexpr Kind kinds[] = {&Mutator::flip,    &Mutator::overwrite, &Mutator::cut_end,
                                   &Mutator::cut_out, &Mutator::zeros,     &Mutator::twice,
                                   &Mutator::exchange};
  Mutator mutator(file, seed);
  return (mutator.*kinds[seed % std::size(kinds)])();
}

}  // namespace tradereport
