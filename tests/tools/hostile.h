// PDFs that are made to do harm: always the same bytes for the same name.
#pragma once

#include <string>
#include <vector>

namespace tradereport::tools::test {

struct Hostile {
  std::string name;  // of the file, with what is wrong with it
  std::string bytes;
};

// A PDF of objects 1 … n; object 1 is the catalogue.
std::string pdf_of(const std::vector<std::string>& objects);

// A stream object with these bytes, packed `times` times.
std::string stream_object(const std::string& bytes, int times = 0, const std::string& entries = "");

// A page that runs `content` (an object body), with the objects that it needs from number 5 on.
std::string one_page(const std::string& content, const std::vector<std::string>& more = {},
                     const std::string& resources = "");

// `count` of them, of ten kinds in turn: empty, garbage, garbage in a PDF's frame, cut off, endless
// (forms that call forms), memory-hungry (the same, with text), bombs (packed twice and thrice),
// 10,000 pages, deep nesting, page trees that go in circles. `good`: a sound PDF to cut off.
std::vector<Hostile> hostile_files(int count, const std::string& good);

}  // namespace tradereport::tools::test
