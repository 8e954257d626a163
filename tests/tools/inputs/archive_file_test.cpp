// What an archive holds, and that nothing of it is lost without a word.
#include "tools/inputs/archive_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <chrono>

#include "tests/tools/zip_maker.h"

namespace tradereport::tools {
namespace {

using Kind = ArchiveEntry::Kind;
using test::zip_of;
using test::ZipFile;

// An open file without a name.
class OpenBytes {
 public:
  explicit OpenBytes(const std::string& bytes) : file_(::memfd_create("test", 0)) {
    EXPECT_EQ(::write(file_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  ~OpenBytes() { ::close(file_); }
  OpenBytes(const OpenBytes&) = delete;
  OpenBytes& operator=(const OpenBytes&) = delete;
  int number() const { return file_; }

 private:
  int file_;
};

std::vector<std::string> names(const ArchiveList& list) {
  std::vector<std::string> all;
  for (const ArchiveEntry& entry : list.entries) all.push_back(entry.name);
  return all;
}

TEST(ArchiveFile, NamesAreUtf8OrGb18030) {
  const OpenBytes file(zip_of({{"报告.txt", "a", true},
                               {"月报.txt", "b", false},
                               {"\xB1\xA8\xB8\xE6/5\xD4\xC2.txt", "c"},
                               {"\xFF\xFF.txt", "d"}}));
  const auto list = list_archive(file.number());
  ASSERT_TRUE(list);
  // A name that is neither stays an entry.
  EXPECT_THAT(names(*list), ::testing::ElementsAre("报告.txt", "月报.txt", "报告/5月.txt",
                                                   ::testing::HasSubstr("\uFFFD")));
  std::string all;
  for (const ArchiveEntry& entry : list->entries)
    all += read_entry(file.number(), entry.position).bytes;
  EXPECT_EQ(all, "abcd");
}

TEST(ArchiveFile, EntriesAreReadByTheirPlaceAlone) {
  const OpenBytes file(
      zip_of({{"c.txt", "third"}, {"a.txt", "first"}, {"c.txt", "again"}}, "#!/bin/sh\nexit 0\n"));
  const auto list = list_archive(file.number());
  ASSERT_TRUE(list);
  ASSERT_EQ(names(*list), (std::vector<std::string>{"c.txt", "a.txt", "c.txt"}));
  EXPECT_EQ(read_entry(file.number(), list->entries[2].position).bytes, "again");
  EXPECT_EQ(read_entry(file.number(), list->entries[0].position).bytes, "third");
  EXPECT_EQ(read_entry(file.number(), list->entries[1].position).bytes, "first");
  EXPECT_EQ(read_entry(file.number(), 3).error, "damaged_archive");
}

TEST(ArchiveFile, ACheckSumThatIsWrongIsDamage) {
  const OpenBytes file(zip_of({{"a.txt", "right"}, {"b.txt", "wrong", false, 0100644, 1}}));
  const auto list = list_archive(file.number());
  ASSERT_TRUE(list);
  EXPECT_EQ(read_entry(file.number(), list->entries[0].position).bytes, "right");
  const EntryBytes wrong = read_entry(file.number(), list->entries[1].position);
  EXPECT_EQ(wrong.error, "damaged_archive");
  EXPECT_EQ(wrong.bytes, "");
}

TEST(ArchiveFile, WhatIsNotReadIsToldApart) {
  const OpenBytes file(zip_of({{"inner.zip", zip_of({{"a.txt", "a"}})},
                               {"link.txt", "/etc/passwd", false, 0120777},
                               {"other-link", "/etc/passwd", false, 0120777},
                               {"folder.txt/", "", false, 0040755},
                               {"may.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
                               {"scan", "\x89PNG\r\n\x1a\n"},
                               {"draft.docx", "PK"},
                               {"may.fuzz", "%PDF-1.4\n"},
                               {"readme.md", "of %PDF-1.4 files"},
                               {"__MACOSX/may.pdf", "x"},
                               {".hidden.txt", "x"}}));
  const auto list = list_archive(file.number());
  ASSERT_TRUE(list);
  std::vector<std::pair<std::string, Kind>> told;
  for (const ArchiveEntry& entry : list->entries) told.emplace_back(entry.name, entry.kind);
  EXPECT_THAT(told,
              ::testing::ElementsAre(
                  std::pair("inner.zip", Kind::nested), std::pair("link.txt", Kind::link),
                  std::pair("may.doc", Kind::passed_over), std::pair("scan", Kind::passed_over),
                  std::pair("draft.docx", Kind::report), std::pair("may.fuzz", Kind::report)));
}

TEST(ArchiveFile, EntriesBeyondTheLimitAreCounted) {
  const OpenBytes file(zip_of({{"a.txt", "a"}, {"b.txt", "b"}, {"c.txt", "c"}}));
  const auto list = list_archive(file.number(), 1);
  ASSERT_TRUE(list);
  EXPECT_EQ(names(*list), std::vector<std::string>{"a.txt"});
  EXPECT_EQ(list->left_out, 2U);
}

TEST(ArchiveFile, LockedEntriesAreToldApart) {
  const OpenBytes file(zip_of({{"a.txt", std::string(40, 'a'), false, 0100644, 0, true}}));
  const auto list = list_archive(file.number());
  ASSERT_TRUE(list);
  EXPECT_EQ(read_entry(file.number(), list->entries[0].position).error, "encrypted_entry");
}

// Whatever is cut off or changed, there is an answer.
TEST(ArchiveFile, AnyDamageIsAnAnswer) {
  const std::string good = zip_of({{"a.txt", "first"}, {"b.pdf", "%PDF-1.4 second"}});
  for (std::size_t at = 0; at < good.size(); ++at) {
    EXPECT_FALSE(list_archive(OpenBytes(good.substr(0, at)).number())) << at;
    for (const unsigned flip : {0x01U, 0x80U, 0xFFU}) {
      std::string bad = good;
      bad[at] = static_cast<char>(static_cast<unsigned char>(bad[at]) ^ flip);
      const OpenBytes file(bad);
      const auto list = list_archive(file.number());
      if (!list) continue;
      for (const ArchiveEntry& entry : list->entries) {
        const EntryBytes read = read_entry(file.number(), entry.position);
        EXPECT_TRUE(!read.error.empty() || good.find(read.bytes) != std::string::npos) << at;
      }
    }
  }
}

TEST(ArchiveFile, ReadingAllGrowsWithTheirNumberAlone) {
  std::vector<ZipFile> files;
  for (int i = 4000; i > 0; --i) files.push_back({std::to_string(i) + ".txt", "some text"});
  const OpenBytes file(zip_of(files));
  const auto start = std::chrono::steady_clock::now();
  const auto list = list_archive(file.number());
  ASSERT_TRUE(list);
  for (const ArchiveEntry& entry : list->entries)
    EXPECT_EQ(read_entry(file.number(), entry.position).bytes, "some text");
  // It took 44 s when each entry was looked for from the start.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace tradereport::tools
