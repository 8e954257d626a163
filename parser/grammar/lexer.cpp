#include "parser/grammar/lexer.h"

#include <algorithm>

#include "parser/text/numeral.h"
#include "parser/text/utf8.h"

namespace tradereport::parser {

std::optional<std::size_t> CodedSentence::code_at(std::size_t text) const {
  if (text >= code_of_.size() || code_of_[text] < 0) return std::nullopt;
  return static_cast<std::size_t>(code_of_[text]);
}

std::span<const Token> CodedSentence::tokens_in(TextRange range) const {
  const auto begins = [](const Token& token, std::size_t at) { return token.at.begin < at; };
  const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), range.begin, begins);
  const auto last = std::lower_bound(first, tokens_.end(), range.end, begins);
  return {first, last};
}

bool CodedSentence::has_from(std::size_t at, char32_t first, char32_t last) const {
  const std::size_t text = text_at(at);
  return std::any_of(tokens_.rbegin(), tokens_.rend(), [&](const Token& token) {
    return token.at.begin >= text && token.code >= first && token.code <= last;
  });
}

// One reading of one sentence.
class Lexer::Run {
 public:
  Run(const Lexer& lexer, std::string_view text, Coding coding)
      : lexer_(lexer),
        words_(lexer.vocabulary_),
        text_(text),
        coding_(coding),
        numerals_(find_numerals(text)) {
    if (coding == Coding::words) return;
    finders_.push_back({&Run::find_period, false, {}});
    finders_.push_back({&Run::find_base, false, {}});
  }

  CodedSentence read(std::size_t from) {
    out_.code_of_.assign(text_.size() + 1, -1);
    std::size_t at = from;
    while (at < text_.size()) {
      std::optional<Token> token = next(at);
      const std::size_t until = token ? token->at.begin : text_.size();
      for (; at < until; at = next_character(text_, at))
        write(text_.substr(at, next_character(text_, at) - at), at);
      if (!token) break;
      token->code = lexer_.code_of(*token, text_);
      write(to_utf8(token->code), token->at.begin);
      at = token->at.end;
      out_.tokens_.push_back(std::move(*token));
    }
    out_.code_of_[text_.size()] = static_cast<int>(out_.code_.size());
    out_.text_of_.push_back(text_.size());
    return std::move(out_);
  }

 private:
  // One way to find tokens, and the next that it has found.
  struct Finder {
    std::optional<Token> (Run::*find)(std::size_t) const;
    bool asked = false;
    std::optional<Token> ahead;
  };

  void write(std::string_view bytes, std::size_t at) {
    out_.code_of_[at] = static_cast<int>(out_.code_.size());
    out_.code_ += bytes;
    out_.text_of_.resize(out_.code_.size(), at);
  }

  // The next token: of those that begin first the longest.
  std::optional<Token> next(std::size_t at) {
    std::optional<Token> best;
    for (Finder& finder : finders_) {
      if (!finder.asked || (finder.ahead && finder.ahead->at.begin < at)) {
        finder.asked = true;
        finder.ahead = (this->*finder.find)(at);
      }
      if (!finder.ahead) continue;
      const TextRange& found = finder.ahead->at;
      if (!best || found.begin < best->at.begin ||
          (found.begin == best->at.begin && found.end > best->at.end)) {
        best = finder.ahead;
      } else if (found.begin == best->at.begin && found.end == best->at.end &&
                 best->kind == Token::Kind::period && finder.ahead->kind == Token::Kind::base) {
        best->kind = Token::Kind::period_or_base;
        best->named = finder.ahead->named;
      }
    }
    return best;
  }

  std::optional<Token> find_name(std::size_t at) const {
    static const std::string code = to_utf8(codes::kName);
    const std::size_t begin = text_.find(code, at);
    if (begin == std::string_view::npos) return std::nullopt;
    Token token;
    token.kind = Token::Kind::name;
    token.at = {begin, begin + code.size()};
    return token;
  }

  // A number that begins at or after `at`.
  std::vector<NumeralSpan>::const_iterator numeral_from(std::size_t at) const {
    return std::lower_bound(numerals_.begin(), numerals_.end(), at,
                            [](const NumeralSpan& n, std::size_t from) { return n.begin < from; });
  }

  // A blank may stand between words written apart.
  std::size_t skip_blank(std::size_t at) const {
    return words_.family().alphabetic && at < text_.size() && text_[at] == ' ' ? at + 1 : at;
  }

  Token figure(const NumeralSpan& numeral) const {
    Token token;
    token.kind = Token::Kind::figure;
    token.at = {numeral.begin, numeral.end};
    token.figure.number = token.at;
    token.figure.value = decimal_of(text_.substr(numeral.begin, numeral.end - numeral.begin));
    token.figure.has_sign = numeral.has_sign();
    if (const auto unit = words_.unit_at(text_, skip_blank(numeral.end))) {
      token.figure.unit = unit->unit;
      token.at.end = unit->at.end;
    }
    token.figure.item_end = token.at.end;
    return token;
  }

  std::optional<Token> find_figure(std::size_t at) const {
    const auto numeral = numeral_from(at);
    if (numeral == numerals_.end()) return std::nullopt;
    return figure(*numeral);
  }

  // A flow, a word for no change, or a direction with the number that it belongs to.
  std::optional<Token> find_word(std::size_t at) const {
    while (const auto word = words_.find_word(text_, at)) {
      at = next_character(text_, word->at.begin);
      if (word->kind == FoundWord::Kind::nearly) {
        at = word->at.end;
        continue;
      }
      Token token;
      if (word->kind == FoundWord::Kind::flow) {
        if (coding_ == Coding::words) continue;
        token.kind = Token::Kind::flow;
        token.flow = word->flow;
      } else if (word->kind == FoundWord::Kind::flat) {
        token.kind = Token::Kind::figure;
        token.figure.flat = true;
        token.figure.value = Decimal(0, 1);
        token.figure.number = word->at;
        token.figure.item_end = word->at.end;
        token.figure.direction_word = text_.substr(word->at.begin, word->at.size());
        token.figure.direction_at = word->at;
      } else if (coding_ == Coding::tokens) {
        const std::size_t digits = skip_blank(word->at.end);
        const auto numeral = numeral_from(digits);
        if (numeral == numerals_.end() || numeral->begin != digits) continue;
        token = figure(*numeral);
        token.figure.direction = word->kind == FoundWord::Kind::down ? -1 : 1;
        token.figure.direction_word = text_.substr(word->at.begin, word->at.size());
        token.figure.direction_at = word->at;
        token.at.begin = word->at.begin;
        return token;
      } else {
        continue;
      }
      token.at = word->at;
      return token;
    }
    return std::nullopt;
  }

  std::optional<Token> find_period(std::size_t at) const {
    const auto found = words_.find_period(text_, at);
    if (!found) return std::nullopt;
    Token token;
    token.kind = Token::Kind::period;
    token.at = found->at;
    token.period = found->mention;
    return token;
  }

  std::optional<Token> find_base(std::size_t at) const {
    const TextRange found = words_.find_base(text_, at);
    if (found.empty()) return std::nullopt;
    Token token;
    token.kind = Token::Kind::base;
    token.at = found;
    token.named = words_.named_in_base(text_, found);
    return token;
  }

  const Lexer& lexer_;
  const Vocabulary& words_;
  std::string_view text_;
  Coding coding_;
  std::vector<NumeralSpan> numerals_;
  std::vector<Finder> finders_{
      {&Run::find_name, false, {}}, {&Run::find_figure, false, {}}, {&Run::find_word, false, {}}};
  CodedSentence out_;
};

namespace {

char32_t code_of_figure(const FigureToken& figure, std::string_view text) {
  if (figure.flat) return codes::kFlat;
  const char32_t directed = figure.direction != 0 ? codes::kDirected : 0;
  if (figure.unit != nullptr)
    return (figure.unit->percent ? codes::kPercent : codes::kLevel) + directed;
  if (directed > 0) return codes::kDirectedNumber;
  const std::string_view number = text.substr(figure.number.begin, figure.number.size());
  const bool count = number.size() <= 2 && std::all_of(number.begin(), number.end(), is_digit);
  return count ? codes::kCount : codes::kNumber;
}

}  // namespace

char32_t Lexer::code_of(const Token& token, std::string_view text) const {
  if (token.kind == Token::Kind::name) return codes::kName;
  if (token.kind == Token::Kind::figure) return code_of_figure(token.figure, text);
  const auto word = words_.find(text.substr(token.at.begin, token.at.size()));
  if (word != words_.end()) return word->second;
  switch (token.kind) {
    case Token::Kind::period:
      return codes::kPeriod;
    case Token::Kind::period_or_base:
      return codes::kPeriodOrBase;
    case Token::Kind::base:
      return codes::kBase;
    default:
      return codes::kFlow;
  }
}

CodedSentence Lexer::read(std::string_view text, Coding coding, std::size_t from) const {
  return Run(*this, text, coding).read(from);
}

std::optional<char32_t> Lexer::code_of_word(const std::string& word) {
  if (const auto known = words_.find(word); known != words_.end()) return known->second;
  const CodedSentence sentence = read(word, Coding::tokens);
  const auto tokens = sentence.tokens_in({0, word.size()});
  if (tokens.size() != 1 || tokens.front().at.size() != word.size() ||
      tokens.front().code < codes::kWords || tokens.front().code >= codes::kEndOfWords ||
      used_ + 1 >= codes::kOfKind)
    return std::nullopt;
  const char32_t code = tokens.front().code + ++used_;
  words_.emplace(word, code);
  return code;
}

}  // namespace tradereport::parser
