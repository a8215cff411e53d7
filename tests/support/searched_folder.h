// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace acx {

/// A folder in which the product, not the test, writes: it is searched for the run's secrets (run_canary.h) before it
/// goes, and what is found fails the test program at its end.
class SearchedFolder final : public QTemporaryDir
{
public:
    SearchedFolder() = default;
    explicit SearchedFolder(const QString &pathTemplate)
        : QTemporaryDir(pathTemplate)
    {}
    ~SearchedFolder();
    Q_DISABLE_COPY_MOVE(SearchedFolder)
};

/// Searches a folder now: for the run's secrets, and for whatever looks like a signed token.
void searchForSecrets(const QString &folder);
/// D5: whether files and folders of the program below the folder are the user's alone.
void searchForOpenFiles(const QString &folder);
/// All that was found so far.
[[nodiscard]] const QStringList &leftBehind();

} // namespace acx
