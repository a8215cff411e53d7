// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/searched_folder.h"

#include "tests/support/run_canary.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QStringList &found()
{
    static QStringList all;
    return all;
}

} // namespace

SearchedFolder::~SearchedFolder()
{
    searchForSecrets(path());
}

void searchForSecrets(const QString &folder)
{
    found() += findCanaries(runCanaries(), folder);
    // The sandbox's tokens are made there and then: they are known by their looks, with a signature.
    static const QRegularExpression token(u"eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{20,}"_s);
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QFile::ReadOnly) && QString::fromLatin1(file.readAll()).contains(token))
            found() += u"%1: a token"_s.arg(file.fileName());
    }
}

void searchForOpenFiles(const QString &folder)
{
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        struct stat facts = {};
        if (!path.sliced(folder.size()).contains("/apiconnect-explorer"_L1) ||
            ::lstat(QFile::encodeName(path).constData(), &facts) != 0 || S_ISLNK(facts.st_mode))
            continue;
        if ((facts.st_mode & 0777U) != (S_ISDIR(facts.st_mode) ? 0700U : 0600U))
            found() += u"%1: open to others, 0%2"_s.arg(path).arg(facts.st_mode & 0777U, 0, 8);
    }
}

const QStringList &leftBehind()
{
    return found();
}

} // namespace acx
