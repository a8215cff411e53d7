// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include "app/cli/output.h"

#include <QFile>
#include <QFileInfo>

#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Switches the terminal's echo off for its lifetime.
class HiddenTyping final
{
public:
    HiddenTyping()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
    }
    ~HiddenTyping()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(HiddenTyping)

private:
    termios m_before = {};
    bool m_changed = false;
};

Result<QByteArray> readAll(QFile &file, qint64 maxBytes, const QString &what)
{
    QByteArray content;
    while (content.size() <= maxBytes) {
        const QByteArray part = file.read(std::min<qint64>(64 * 1024, maxBytes + 1 - content.size()));
        if (part.isEmpty())
            break;
        content += part;
    }
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::Disk, u"%1 could not be read."_s.arg(what), {}, file.errorString());
    if (content.size() > maxBytes)
        return fail(ErrorKind::InvalidInput, u"%1 is larger than %2 bytes."_s.arg(what).arg(maxBytes));
    return content;
}

} // namespace

bool standardInputIsTerminal()
{
    return isatty(STDIN_FILENO) == 1;
}

Result<QByteArray> readStandardInput(Output &out, qint64 maxBytes, const QString &prompt, bool hidden)
{
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorKind::Disk, u"Standard input could not be read."_s, {}, input.errorString());
    if (!standardInputIsTerminal())
        return readAll(input, maxBytes, u"Standard input"_s);
    out.note(prompt + u" (end with Ctrl+D on a line of its own)"_s);
    if (!hidden)
        return readAll(input, maxBytes, u"Standard input"_s);
    const HiddenTyping typing;
    return readAll(input, maxBytes, u"Standard input"_s);
}

Result<QByteArray> readWholeFile(const QString &path, qint64 maxBytes)
{
    const QString what = u"The file “%1”"_s.arg(path);
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorKind::NotFound, u"%1 does not exist."_s.arg(what));
    if (info.isDir())
        return fail(ErrorKind::InvalidInput, u"“%1” is a folder, not a file."_s.arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorKind::Disk, u"%1 could not be read."_s.arg(what), {}, file.errorString());
    return readAll(file, maxBytes, what);
}

bool askOnTerminal(Output &out, const QString &question)
{
    if (!standardInputIsTerminal() || isatty(STDERR_FILENO) != 1)
        return false;
    out.note(question + u" [y/N]"_s);
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    const QByteArray answer = input.readLine(16).trimmed().toLower();
    return answer == "y" || answer == "yes";
}

} // namespace acx
