// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/profiles/profile_folder.h"

#include "tests/profiles/stored_names.h"
#include "tests/support/searched_folder.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace acx {

void ProfileFolder::makeFolder()
{
    m_folder = std::make_unique<SearchedFolder>();
    QVERIFY(m_folder->isValid());
}

void ProfileFolder::removeFolder()
{
    m_folder.reset();
}

QByteArray ProfileFolder::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ProfileFolder::setContent(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList ProfileFolder::names() const
{
    return storedNames(store());
}

QStringList ProfileFolder::kept() const
{
    return QFileInfo(path()).dir().entryList({u"profiles.json.damaged-*"_s}, QDir::Files);
}

Profile profileNamed(const QString &name)
{
    Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = name;
    profile.deployment = DeploymentKind::Reserved;
    profile.overrides.api = QUrl(u"https://api.example.com"_s);
    return profile;
}

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
}

} // namespace acx
