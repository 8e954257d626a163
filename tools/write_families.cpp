// Run by the build: writes the families that come with the program as schemas/family_wire.h reads
// them. A mistake in one of their files ends the build.
//
//   write_families OUTPUT
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "schemas/family_wire.h"

namespace {

std::vector<tradereport::Family> bundled() {
  std::vector<tradereport::Family> families;
  for (const auto& [file, text] : tradereport::bundled_families()) {
    tradereport::FamilyLoad load = tradereport::load_family(text, file);
    for (const tradereport::FamilyError& error : load.errors)
      std::cerr << error.to_string() << '\n';
    if (!load.family) throw std::runtime_error("'" + file + "' has mistakes");
    families.push_back(std::move(*load.family));
  }
  return families;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw std::runtime_error("usage: write_families OUTPUT");
    std::ofstream out(argv[1], std::ios::binary);
    out << tradereport::encode_families(bundled());
    out.close();
    return out ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "write_families: " << error.what() << '\n';
    return 1;
  }
}
