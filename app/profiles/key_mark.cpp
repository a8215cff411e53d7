// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/key_mark.h"

#include "app/profiles/replaced_file.h"

#include <QCoreApplication>
#include <QDir>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {

namespace {

constexpr QLatin1StringView infix(".adding-");
constexpr QLatin1StringView suffix(".lock"); // of FileLock

} // namespace

KeyMark::KeyMark(const QString &list, const QUuid &profile)
    : m_list(list)
    , m_profile(profile)
    , m_lock(list + infix + profile.toString(QUuid::WithoutBraces))
{}

KeyMark::~KeyMark()
{
    m_lock.leaveFile();
}

Status KeyMark::set()
{
    if (Status made = makeFolderFor(m_list); !made)
        return made;
    if (m_lock.lock(0ms))
        return {};
    return fail(ErrorKind::Disk,
                QCoreApplication::translate("acx", "The list of profiles in %1 cannot be changed.").arg(m_list),
                QCoreApplication::translate("acx", "Check the free space and the permissions of its folder."),
                m_lock.reason());
}

void KeyMark::clear()
{
    m_lock.unlock();
}

QList<std::shared_ptr<KeyMark>> KeyMark::leftBehind(const QString &list)
{
    QList<std::shared_ptr<KeyMark>> marks;
    const QFileInfo info(list);
    const QString prefix = info.fileName() + infix;
    const QStringList names = info.dir().entryList({prefix + u'*' + suffix}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const QUuid profile = QUuid::fromString(name.sliced(prefix.size()).chopped(suffix.size()));
        const auto mark = std::make_shared<KeyMark>(list, profile);
        if (!profile.isNull() && mark->m_lock.lock(0ms))
            marks += mark;
    }
    return marks;
}

} // namespace acx
