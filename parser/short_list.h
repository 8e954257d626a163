// A list whose first items need no memory of their own, for lists that are made often and are
// short.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace tradereport::parser {

// T is a plain struct without initial values, so that the room for the first items costs nothing.
template <class T>
class ShortList {
 public:
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T& operator[](std::size_t i) const { return i < kFew ? few_[i] : many_[i - kFew]; }
  void push_back(const T& item) {
    if (size_ < kFew) {
      few_[size_] = item;
    } else {
      many_.push_back(item);
    }
    ++size_;
  }
  void cut(std::size_t size) {
    size_ = size;
    if (!many_.empty()) many_.resize(size < kFew ? 0 : size - kFew);
  }

 private:
  static constexpr std::size_t kFew = 24;
  std::size_t size_ = 0;
  std::array<T, kFew> few_;  // of which size_ are set
  std::vector<T> many_;
};

}  // namespace tradereport::parser
