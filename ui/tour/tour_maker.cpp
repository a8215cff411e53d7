// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_maker.h"

#include "ui/file_chooser.h"

namespace acx {

TourAct inTurn(const QList<TourAct> &acts)
{
    return [acts] {
        for (const TourAct &act : acts) {
            if (const QString problem = act(); !problem.isEmpty())
                return problem;
        }
        return QString();
    };
}

TourAct doNothing()
{
    return [] { return QString(); };
}

TourMaker::TourMaker(const AppServices &services, const TourHands &hands)
    : m_services(services)
    , m_hands(hands)
{}

TourAct TourMaker::click(const QString &name) const
{
    return [hands = m_hands, name] { return hands.click(name); };
}

TourAct TourMaker::clickRow(const QString &name, const QString &text) const
{
    return [hands = m_hands, name, text] { return hands.clickRow(name, text); };
}

TourAct TourMaker::clickTab(const QString &name, const QString &text) const
{
    return [hands = m_hands, name, text] { return hands.clickTab(name, text); };
}

TourAct TourMaker::type(const QString &name, const QString &text) const
{
    return [hands = m_hands, name, text] { return hands.type(name, text); };
}

TourAct TourMaker::press(int key) const
{
    return [hands = m_hands, key] {
        hands.press(key);
        return QString();
    };
}

TourAct TourMaker::unfold(const QString &name, const QString &content) const
{
    return [hands = m_hands, name, content] { return hands.isShown(content) ? QString() : hands.click(name); };
}

TourAct TourMaker::choose(const QString &path) const
{
    return [files = &m_services.files, path] {
        files->setNextAnswer(path);
        return QString();
    };
}

std::function<bool()> TourMaker::shows(const QString &name) const
{
    return [hands = m_hands, name] { return hands.isShown(name); };
}

std::function<bool()> TourMaker::says(const QString &name, const QString &text) const
{
    return [hands = m_hands, name, text] { return hands.text(name).contains(text, Qt::CaseInsensitive); };
}

std::function<bool()> TourMaker::lists(const QString &name, const QString &text) const
{
    return [hands = m_hands, name, text] { return hands.hasRow(name, text); };
}

} // namespace acx
