#include "tools/workers/annotate/pdf_file.h"

#include <sys/random.h>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <qpdf/QUtil.hh>
#include <qpdf/RandomDataProvider.hh>
#include <set>
#include <stdexcept>

namespace tradereport::tools {

namespace {

// A worker cannot open /dev/urandom.
class KernelRandom : public RandomDataProvider {
 public:
  void provideRandomData(unsigned char* data, size_t length) override {
    for (std::size_t done = 0; done < length;) {
      const ssize_t count = ::getrandom(data + done, length - done, 0);
      if (count < 0) throw std::runtime_error("no random numbers");
      done += static_cast<std::size_t>(count);
    }
  }
};

std::optional<PdfRectangle> rectangle_from(QPDFObjectHandle object) {
  if (!object.isRectangle()) return std::nullopt;
  const QPDFObjectHandle::Rectangle r = object.getArrayAsRectangle();
  return PdfRectangle{r.llx, r.lly, r.urx, r.ury};
}

PageBoxes page_from(QPDFPageObjectHelper page) {
  PageBoxes said{rectangle_from(page.getMediaBox(false)), rectangle_from(page.getCropBox(false)),
                 0};
  QPDFObjectHandle rotation = page.getAttribute("/Rotate", false);
  if (rotation.isInteger())
    said.rotation = static_cast<int>((rotation.getIntValue() % 360 + 360) % 360);
  return said;
}

std::string text_in(const Buffer& buffer) {
  return {reinterpret_cast<const char*>(buffer.getBuffer()), buffer.getSize()};
}

std::string written_object(QPDFObjectHandle object) {
  if (!object.isStream()) return object.unparseResolved();
  const std::string data = text_in(*object.getRawStreamData());
  return object.getDict().unparse() + "\nstream\n" + data + "\nendstream";
}

}  // namespace

struct PdfFile::Objects {
  QPDF pdf;
  std::vector<QPDFPageObjectHelper> pages;
  std::vector<PageBoxes> said;  // by page
  bool mended = false;
  std::set<QPDFObjGen> changed;

  QPDFObjectHandle make(const std::string& dictionary) {
    QPDFObjectHandle object = pdf.makeIndirectObject(QPDFObjectHandle::parse(dictionary));
    changed.insert(object.getObjGen());
    return object;
  }

  QPDFObjectHandle make_stream(const std::string& dictionary, const std::string& data) {
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, data);
    stream.replaceDict(QPDFObjectHandle::parse(dictionary));
    stream.getDict().replaceKey("/Length",
                                QPDFObjectHandle::newInteger(static_cast<long long>(data.size())));
    changed.insert(stream.getObjGen());
    return stream;
  }
};

PdfFile::PdfFile(std::string_view bytes) : objects_(std::make_unique<Objects>()) {
  QPDF& pdf = objects_->pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("PDF", bytes.data(), bytes.size());
  const std::size_t before = pdf.getObjectCount();  // looks at all of them
  objects_->pages = QPDFPageDocumentHelper(pdf).getAllPages();
  // A tree that has one page twice, or in place, gets new objects.
  objects_->mended = pdf.getObjectCount() != before;
  for (const QPDFPageObjectHelper& page : objects_->pages)
    objects_->said.push_back(page_from(page));
}

PdfFile::~PdfFile() = default;

bool PdfFile::is_encrypted() const {
  return objects_->pdf.isEncrypted();
}

bool PdfFile::forbids_annotations() const {
  return is_encrypted() && !objects_->pdf.allowModifyAnnotation();
}

bool PdfFile::is_signed() const {
  QPDFObjectHandle root = objects_->pdf.getRoot();
  QPDFObjectHandle form = root.getKey("/AcroForm");
  QPDFObjectHandle flags =
      form.isDictionary() ? form.getKey("/SigFlags") : QPDFObjectHandle::newNull();
  return (flags.isInteger() && (flags.getIntValue() & 1) != 0) || root.hasKey("/Perms");
}

bool PdfFile::has_faults() const {
  return objects_->mended || objects_->pdf.anyWarnings();
}

const std::vector<PageBoxes>& PdfFile::pages() const {
  return objects_->said;
}

PdfTrailer PdfFile::trailer() const {
  QPDFObjectHandle last = objects_->pdf.getTrailer();
  const auto written = [&](const char* key) {
    return last.hasKey(key) ? last.getKey(key).unparse() : std::string();
  };
  PdfTrailer said{written("/Root"), written("/Info"), "", 0, last.hasKey("/XRefStm")};
  QPDFObjectHandle id = last.getKey("/ID");
  if (id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString())
    said.id = id.getArrayItem(0).unparse();
  QPDFObjectHandle size = last.getKey("/Size");
  if (size.isInteger()) said.size = size.getIntValue();
  return said;
}

int PdfFile::last_object() const {
  return static_cast<int>(objects_->pdf.getObjectCount());
}

void PdfFile::annotate(std::size_t page, const std::vector<PdfAnnotation>& added) {
  QPDFObjectHandle on = objects_->pages.at(page).getObjectHandle();
  QPDFObjectHandle all = QPDFObjectHandle::newArray();
  QPDFObjectHandle present = on.getKey("/Annots");
  if (present.isArray())
    for (int i = 0; i < present.getArrayNItems(); ++i) all.appendItem(present.getArrayItem(i));
  for (const PdfAnnotation& one : added) {
    QPDFObjectHandle note = objects_->make(one.note);
    note.replaceKey("/P", on);
    note.replaceKey("/T", QPDFObjectHandle::newUnicodeString(one.title));
    note.replaceKey("/Contents", QPDFObjectHandle::newUnicodeString(one.text));
    note.replaceKey("/NM", QPDFObjectHandle::newUnicodeString(one.name));
    QPDFObjectHandle looks = QPDFObjectHandle::newDictionary();
    looks.replaceKey("/N", objects_->make_stream(one.form, one.drawing));
    note.replaceKey("/AP", looks);
    QPDFObjectHandle window = objects_->make(one.window);
    window.replaceKey("/Parent", note);
    note.replaceKey("/Popup", window);
    all.appendItem(note);
    all.appendItem(window);
  }
  on.replaceKey("/Annots", all);
  objects_->changed.insert(on.getObjGen());
}

std::vector<PdfObject> PdfFile::changed() const {
  std::vector<PdfObject> written;
  for (const QPDFObjGen& id : objects_->changed)
    written.push_back(
        {id.getObj(), id.getGen(), written_object(objects_->pdf.getObjectByObjGen(id))});
  return written;
}

std::string PdfFile::written_anew() const {
  static KernelRandom random;
  QUtil::setRandomDataProvider(&random);
  QPDFWriter writer(objects_->pdf);
  writer.setOutputMemory();
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setDeterministicID(!is_encrypted());
  writer.write();
  return text_in(*writer.getBufferSharedPointer());
}

}  // namespace tradereport::tools
