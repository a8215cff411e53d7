// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/form_body.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace acx;

/// Bodies of forms and files, with real files.
class TestFormBody final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void formTypes_data();
    void formTypes();
    void partsComeFromValues();
    void missingFieldsAreNamed_data();
    void missingFieldsAreNamed();
    void urlEncoded_data();
    void urlEncoded();
    void multipart();
    void namesCannotBreakOut_data();
    void namesCannotBreakOut();
    void theBoundaryOccursInNoPart();
    void fileBodies();
    void rangesNameNoContent_data();
    void rangesNameNoContent();
    void badFilesAreErrors_data();
    void badFilesAreErrors();
    void sizesAreLimited();

private:
    QString fileOf(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s cannot be written.", qPrintable(path));
        return path;
    }

    QTemporaryDir m_folder;
};

namespace {

/// The parts of a multipart body: head and content.
QList<QPair<QByteArray, QByteArray>> readParts(const BuiltBody &body)
{
    const QByteArray boundary = "--" + body.contentType.mid(body.contentType.indexOf("boundary=") + 9);
    QList<QPair<QByteArray, QByteArray>> parts;
    qsizetype at = body.bytes.indexOf(boundary);
    while (at >= 0) {
        const qsizetype begin = at + boundary.size() + 2;
        const qsizetype end = body.bytes.indexOf("\r\n" + boundary, begin);
        if (end < 0)
            break;
        const QByteArray part = body.bytes.mid(begin, end - begin);
        const qsizetype blank = part.indexOf("\r\n\r\n");
        parts.append({part.left(blank), part.mid(blank + 4)});
        at = end + 2;
    }
    return parts;
}

} // namespace

void TestFormBody::formTypes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("isForm");
    QTest::newRow("multipart") << u"multipart/form-data"_s << true;
    QTest::newRow("with a parameter") << u"Multipart/Form-Data; charset=utf-8"_s << true;
    QTest::newRow("url-encoded") << u"application/x-www-form-urlencoded"_s << true;
    QTest::newRow("JSON") << u"application/json"_s << false;
    QTest::newRow("mixed") << u"multipart/mixed"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestFormBody::formTypes()
{
    QFETCH(QString, type);
    QFETCH(bool, isForm);
    QCOMPARE(isFormType(type), isForm);
    const Result<BuiltBody> body = makeFormBody(type, {{u"a"_s, u"1"_s, false, {}}});
    QCOMPARE(body.has_value(), isForm);
    if (!body)
        QCOMPARE(body.error().kind, ErrorKind::InvalidInput);
}

void TestFormBody::partsComeFromValues()
{
    const BodyShape shape{u"multipart/form-data"_s,
                          {},
                          {},
                          {{u"openapi"_s, true, true, u"string"_s, {}},
                           {u"note"_s, false, false, u"string"_s, {}},
                           {u"tag"_s, false, false, u"array"_s, {}},
                           {u"options"_s, false, false, u"object"_s, {}}},
                          {}};
    const Result<QList<FormPart>> parts = formParts(shape, {{u"org"_s, u"acme"_s},
                                                            {u"tag"_s, u"a"_s},
                                                            {u"body:tag"_s, u"b"_s},
                                                            {u"body:openapi"_s, u"/tmp/x"_s},
                                                            {u"options"_s, u"{}"_s}});
    QVERIFY(parts);
    QCOMPARE(*parts, (QList<FormPart>{{u"openapi"_s, u"/tmp/x"_s, true, {}},
                                      {u"tag"_s, u"a"_s, false, {}},
                                      {u"tag"_s, u"b"_s, false, {}},
                                      {u"options"_s, u"{}"_s, false, u"application/json"_s}}));
}

void TestFormBody::missingFieldsAreNamed_data()
{
    QTest::addColumn<bool>("isFile");
    QTest::newRow("text") << false;
    QTest::newRow("file") << true;
}

void TestFormBody::missingFieldsAreNamed()
{
    QFETCH(bool, isFile);
    const BodyShape shape{u"multipart/form-data"_s, {}, {}, {{u"openapi"_s, true, isFile, u"string"_s, {}}}, {}};
    const Result<QList<FormPart>> parts = formParts(shape, {{u"org"_s, u"acme"_s}});
    QVERIFY(!parts);
    QVERIFY(parts.error().sentence.contains(u"openapi"_s));
    QCOMPARE(parts.error().nextStep.contains(u"file"_s), isFile);
}

void TestFormBody::urlEncoded_data()
{
    QTest::addColumn<QList<FormPart>>("parts");
    QTest::addColumn<QByteArray>("bytes");
    using Parts = QList<FormPart>;
    QTest::newRow("none") << Parts() << QByteArray();
    QTest::newRow("two") << Parts{{u"a"_s, u"1"_s, false, {}}, {u"b"_s, QString(), false, {}}} << QByteArray("a=1&b=");
    QTest::newRow("same name twice") << Parts{{u"a"_s, u"1"_s, false, {}}, {u"a"_s, u"2"_s, false, {}}}
                                     << QByteArray("a=1&a=2");
    QTest::newRow("reserved") << Parts{{u"a b"_s, u"c&d=e+f%g"_s, false, {}}} << QByteArray("a+b=c%26d%3De%2Bf%25g");
    QTest::newRow("kept") << Parts{{u"a"_s, u"*-._"_s, false, {}}} << QByteArray("a=*-._");
    QTest::newRow("tilde and others") << Parts{{u"a"_s, u"~!'()"_s, false, {}}} << QByteArray("a=%7E%21%27%28%29");
    QTest::newRow("beyond ASCII") << Parts{{u"ü"_s, u"😀\r\n"_s, false, {}}} << QByteArray("%C3%BC=%F0%9F%98%80%0D%0A");
    QTest::newRow("a file is its content")
        << Parts{{u"f"_s, fileOf(u"small"_s, "x y"), true, {}}} << QByteArray("f=x+y");
}

void TestFormBody::urlEncoded()
{
    QFETCH(QList<FormPart>, parts);
    QFETCH(QByteArray, bytes);
    const Result<BuiltBody> body = makeFormBody(u"application/x-www-form-urlencoded"_s, parts);
    QVERIFY(body);
    QCOMPARE(body->bytes, bytes);
    QCOMPARE(body->contentType, "application/x-www-form-urlencoded");
}

void TestFormBody::multipart()
{
    QByteArray binary;
    for (int i = 0; i < 256; ++i)
        binary += static_cast<char>(i);
    binary += "\r\n--\r\n";
    const QString path = fileOf(u"Übung.json"_s, binary);
    const Result<BuiltBody> body =
        makeFormBody(u"multipart/form-data"_s, {{u"note"_s, u"zwei\r\nZeilen ü"_s, false, {}},
                                                {u"openapi"_s, path, true, {}},
                                                {u"zip"_s, path, true, u"application/zip"_s}});
    QVERIFY(body);
    QVERIFY(body->contentType.startsWith("multipart/form-data; boundary="));
    const auto parts = readParts(*body);
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts[0].first, "Content-Disposition: form-data; name=\"note\"");
    QCOMPARE(parts[0].second, "zwei\r\nZeilen ü");
    QCOMPARE(parts[1].first, "Content-Disposition: form-data; name=\"openapi\"; filename=\"Übung.json\"\r\n"
                             "Content-Type: application/json");
    QCOMPARE(parts[1].second, binary);
    QVERIFY(parts[2].first.endsWith("\r\nContent-Type: application/zip"));
    QVERIFY(body->bytes.endsWith("--\r\n"));
    // Nothing to send is a form all the same.
    QVERIFY(makeFormBody(u"multipart/form-data"_s, {})->bytes.startsWith("--"));
}

void TestFormBody::namesCannotBreakOut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("quotation mark") << u"a\"; x=\"b"_s << QByteArray("\"a%22; x=%22b\"");
    QTest::newRow("line end") << u"a\r\nX-Evil: 1"_s << QByteArray("\"a%0D%0AX-Evil: 1\"");
    QTest::newRow("backslash") << u"a\\b"_s << QByteArray("\"a\\b\"");
}

void TestFormBody::namesCannotBreakOut()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, quoted);
    const Result<BuiltBody> body =
        makeFormBody(u"multipart/form-data"_s, {{name, fileOf(name, "x"), true, u"text/plain\r\nX-Evil: 1"_s}});
    QVERIFY(body);
    QCOMPARE(readParts(*body).constFirst().first, "Content-Disposition: form-data; name=" + quoted +
                                                      "; filename=" + quoted + "\r\nContent-Type: text/plainX-Evil: 1");
}

void TestFormBody::theBoundaryOccursInNoPart()
{
    QSet<QByteArray> boundaries;
    for (int i = 0; i < 50; ++i) {
        const Result<BuiltBody> body = makeFormBody(u"multipart/form-data"_s, {{u"a"_s, u"----acx-"_s, false, {}}});
        QVERIFY(body);
        const QByteArray boundary = body->contentType.mid(body->contentType.indexOf('=') + 1);
        QCOMPARE(body->bytes.count(boundary), 2);
        QVERIFY(boundary.size() <= 70); // RFC 2046
        boundaries.insert(boundary);
    }
    QCOMPARE(boundaries.size(), 50);
}

void TestFormBody::fileBodies()
{
    const QString path = fileOf(u"body.json"_s, "{}\0x"_ba);
    const Result<BuiltBody> typed = makeFileBody(path, u"application/zip"_s);
    QVERIFY(typed);
    QCOMPARE(typed->bytes, "{}\0x"_ba);
    QCOMPARE(typed->contentType, "application/zip");
    QCOMPARE(makeFileBody(path, {})->contentType, "application/json");
    QVERIFY(makeFileBody(fileOf(u"empty"_s, {}), {})->bytes.isEmpty());
}

void TestFormBody::rangesNameNoContent_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("JSON for any") << u"*/*"_s << uR"({"a":1})"_s << "application/json"_ba;
    QTest::newRow("text for any") << u"*/*"_s << u"plain words"_s << "text/plain"_ba;
    QTest::newRow("JSON for a text") << u"text/*"_s << u"{}"_s << "text/plain"_ba;
    QTest::newRow("with a parameter") << u"application/*; q=1"_s << u"{}"_s << "application/json"_ba;
    QTest::newRow("a type") << u"application/xml"_s << u"{}"_s << "application/xml"_ba;
}

void TestFormBody::rangesNameNoContent()
{
    QFETCH(QString, range);
    QFETCH(QString, text);
    QFETCH(QByteArray, type);
    QCOMPARE(makeTextBody(text, range), (BuiltBody{text.toUtf8(), type}));
    const Result<BuiltBody> file = makeFileBody(fileOf(u"picture.png"_s, "\x89PNG\r\n\x1a\n"), range);
    QVERIFY(file);
    QCOMPARE(file->contentType, isMediaRange(range) ? "image/png"_ba : type);
}

void TestFormBody::badFilesAreErrors_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("none chosen") << QString() << ErrorKind::NotFound;
    QTest::newRow("missing") << m_folder.filePath(u"missing.txt"_s) << ErrorKind::NotFound;
    QTest::newRow("folder") << m_folder.path() << ErrorKind::InvalidInput;
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QTest::newRow("pipe") << pipe << ErrorKind::InvalidInput;
    QTest::newRow("device") << u"/dev/zero"_s << ErrorKind::InvalidInput;
    QTest::newRow("broken link") << m_folder.filePath(u"link"_s) << ErrorKind::NotFound;
    QVERIFY(QFile::link(u"/nowhere"_s, m_folder.filePath(u"link"_s)));
    if (::geteuid() != 0) {
        const QString path = fileOf(u"locked"_s, "x");
        QVERIFY(QFile::setPermissions(path, {}));
        QTest::newRow("unreadable") << path << ErrorKind::Disk;
    }
    // Not even root can read this one.
    QTest::newRow("read error") << u"/proc/self/mem"_s << ErrorKind::Disk;
}

void TestFormBody::badFilesAreErrors()
{
    QFETCH(QString, path);
    QFETCH(ErrorKind, kind);
    const Result<BuiltBody> form = makeFormBody(u"multipart/form-data"_s, {{u"openapi"_s, path, true, {}}});
    QVERIFY(!form);
    QCOMPARE(form.error().kind, kind);
    QVERIFY2(form.error().sentence.contains(u"openapi"_s), qPrintable(form.error().sentence));
    QVERIFY(!form.error().nextStep.isEmpty());
    const Result<BuiltBody> body = makeFileBody(path, {});
    QVERIFY(!body);
    QCOMPARE(body.error().kind, kind);
    QVERIFY(body.error().sentence.contains(path));
}

void TestFormBody::sizesAreLimited()
{
    const QString path = fileOf(u"large"_s, QByteArray(1000, 'x'));
    QVERIFY(makeFileBody(path, {}, 1000));
    QCOMPARE(makeFileBody(path, {}, 999).error().kind, ErrorKind::TooLarge);
    const QList<FormPart> parts{{u"a"_s, path, true, {}}, {u"b"_s, path, true, {}}};
    QVERIFY(makeFormBody(u"multipart/form-data"_s, parts, 3000));
    QCOMPARE(makeFormBody(u"multipart/form-data"_s, parts, 2000).error().kind, ErrorKind::TooLarge); // the heads count
    QCOMPARE(makeFormBody(u"multipart/form-data"_s, parts, 1500).error().kind, ErrorKind::TooLarge);
    QCOMPARE(makeFormBody(u"application/x-www-form-urlencoded"_s, {{u"a"_s, u"ü"_s.repeated(400), false, {}}}, 1000)
                 .error()
                 .kind,
             ErrorKind::TooLarge); // encoded
}

ACX_TEST_MAIN(TestFormBody)
#include "test_form_body.moc"
