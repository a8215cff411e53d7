// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/replaced_file.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

using Links = QList<std::pair<QString, QString>>; // name, what is written in the link

} // namespace

/// Which file it is that a write to a link replaces.
class TestReplacedFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void replacesTheFileBehindTheLinks_data();
    void replacesTheFileBehindTheLinks();
    void leavesALoopAlone_data();
    void leavesALoopAlone();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void make(const Links &links) const;
    [[nodiscard]] static QByteArray contentOf(const QString &path);
    [[nodiscard]] QStringList names() const;

    const QString m_before = QDir::currentPath();
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReplacedFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const QString &folder : {u"b"_s, u"x/y"_s, u"x/b"_s})
        QVERIFY(QDir(m_folder->path()).mkpath(folder));
    for (const QString &name : {u"file"_s, u"b/file"_s, u"x/b/file"_s, u"x/y/file"_s}) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
    }
}

void TestReplacedFile::cleanup()
{
    QVERIFY(QDir::setCurrent(m_before));
    m_folder.reset();
}

void TestReplacedFile::make(const Links &links) const
{
    for (const auto &[name, target] : links) {
        const QString written = QString(target).replace(u'@', m_folder->path());
        QCOMPARE(::symlink(QFile::encodeName(written).constData(), QFile::encodeName(path(name)).constData()), 0);
    }
}

QByteArray TestReplacedFile::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Of all that is no folder.
QStringList TestReplacedFile::names() const
{
    QStringList found;
    for (const QString &folder : {u"."_s, u"b"_s, u"x"_s, u"x/b"_s, u"x/y"_s}) {
        const QStringList here =
            QDir(path(folder)).entryList(QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        for (const QString &name : here)
            found += folder + u'/' + name;
    }
    return found;
}

void TestReplacedFile::replacesTheFileBehindTheLinks_data()
{
    QTest::addColumn<Links>("links");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("replaced");
    QTest::newRow("no link") << Links() << u"file"_s << u"file"_s;
    QTest::newRow("a link beside it") << Links{{u"link"_s, u"file"_s}} << u"link"_s << u"file"_s;
    QTest::newRow("a link with the whole path") << Links{{u"link"_s, u"@/b/file"_s}} << u"link"_s << u"b/file"_s;
    QTest::newRow("a link to a link") << Links{{u"out"_s, u"latest"_s}, {u"latest"_s, u"file"_s}} << u"out"_s
                                      << u"file"_s;
    QTest::newRow("a link to a link elsewhere")
        << Links{{u"out"_s, u"x/latest"_s}, {u"x/latest"_s, u"b/file"_s}} << u"out"_s << u"x/b/file"_s;
    QTest::newRow("a link that goes up, in a folder that is a link")
        << Links{{u"a"_s, u"x/y"_s}, {u"x/y/link"_s, u"../b/file"_s}} << u"a/link"_s << u"x/b/file"_s;
    QTest::newRow("up from a folder that is a link") << Links{{u"a"_s, u"x/y"_s}} << u"a/../b/file"_s << u"x/b/file"_s;
    QTest::newRow("a link that goes up from another one")
        << Links{{u"a"_s, u"x/y"_s}, {u"link"_s, u"a/../b/file"_s}} << u"link"_s << u"x/b/file"_s;
    QTest::newRow("a link to what is not there yet") << Links{{u"link"_s, u"x/new"_s}} << u"link"_s << u"x/new"_s;
    QTest::newRow("links to what is not there yet")
        << Links{{u"a"_s, u"x/y"_s}, {u"x/y/link"_s, u"../next"_s}, {u"x/next"_s, u"b/new"_s}} << u"a/link"_s
        << u"x/b/new"_s;
}

void TestReplacedFile::replacesTheFileBehindTheLinks()
{
    QFETCH(const Links, links);
    QFETCH(const QString, name);
    QFETCH(const QString, replaced);
    make(links);
    QStringList expected = names();
    if (!QFileInfo::exists(path(replaced)))
        expected += replaced;
    QVERIFY(QDir::setCurrent(m_folder->path()));
    // As a whole path and from the folder in which one is.
    for (const QString &given : {path(name), name}) {
        const QByteArray content = "new at " + given.toUtf8();
        const Status written = replaceFile(given, content);
        QVERIFY2(written, qPrintable(written ? QString() : written.error().message()));
        QCOMPARE(contentOf(path(replaced)), content);
        QVERIFY(!QFileInfo(path(replaced)).isSymLink());
    }
    for (const QString &other : {u"file"_s, u"b/file"_s, u"x/b/file"_s, u"x/y/file"_s})
        QVERIFY2(other == replaced || contentOf(path(other)) == "old", qPrintable(other));
    for (const auto &link : links)
        QVERIFY2(QFileInfo(path(link.first)).isSymLink(), qPrintable(link.first));
    QCOMPARE(names().size(), expected.size());
}

void TestReplacedFile::leavesALoopAlone_data()
{
    QTest::addColumn<Links>("links");
    QTest::newRow("a link to itself") << Links{{u"link"_s, u"link"_s}};
    QTest::newRow("two that name each other") << Links{{u"link"_s, u"other"_s}, {u"other"_s, u"link"_s}};
}

void TestReplacedFile::leavesALoopAlone()
{
    QFETCH(const Links, links);
    make(links);
    const QStringList before = names();
    const Status written = replaceFile(path(u"link"_s), "new");
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Disk);
    QVERIFY2(written.error().sentence.contains(path(u"link"_s)), qPrintable(written.error().message()));
    for (const auto &link : links)
        QVERIFY2(QFileInfo(path(link.first)).isSymLink(), qPrintable(link.first));
    QCOMPARE(names(), before);
}

ACX_TEST_MAIN(TestReplacedFile)
#include "test_replaced_file.moc"
