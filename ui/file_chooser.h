// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace acx {

/// Asks for a file without blocking; the folder is not remembered. Tests put the next answer in its place instead of
/// driving the system's dialog.
class FileChooser final
{
public:
    using Handler = std::function<void(const QString &path)>; ///< not called when the person cancels
    void chooseExisting(QWidget *parent, const QString &title, const QString &filter, Handler handler);
    void chooseNew(QWidget *parent, const QString &title, const QString &suggestedName, Handler handler);
    /// The next call answers with this path at once.
    void setNextAnswer(const QString &path) { m_nextAnswer = path; }

private:
    QString m_nextAnswer;
};

} // namespace acx
