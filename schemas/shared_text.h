// A text that many hold and nobody changes: a printed line, which each of its figures points into.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace tradereport {

// UTF-8. Copies share one text, so that a line with a thousand figures is kept once.
//
//   SharedText line("Exports 12.3 4.5");
//   figure.source.line_text = line;             // no copy of the text
//   line.view().substr(8, 4)                    // "12.3"
class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string text)
      : text_(text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text))) {}
  SharedText(const char* text) : SharedText(std::string(text)) {}

  bool empty() const { return text_ == nullptr; }
  std::size_t size() const { return empty() ? 0 : text_->size(); }
  std::string_view view() const { return empty() ? std::string_view() : *text_; }
  std::string str() const { return std::string(view()); }
  operator std::string_view() const { return view(); }

  // Where the text lies: the same for all copies, and nullptr for the empty one.
  const void* identity() const { return text_.get(); }

  friend bool operator==(const SharedText& a, const SharedText& b) {
    return a.text_ == b.text_ || a.view() == b.view();
  }

 private:
  std::shared_ptr<const std::string> text_;
};

}  // namespace tradereport
