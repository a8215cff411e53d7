// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/navigation_bar.h"

#include "app/base/visible_text.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tool_tip.h"

#include <QHBoxLayout>
#include <QMouseEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int longestStep = 24; // characters

/// Ids are long and alike at no place but their ends.
QString shortened(const QString &text)
{
    QString shown = withVisibleControls(text);
    if (shown.size() <= longestStep)
        return shown;
    constexpr qsizetype half = longestStep / 2 - 1;
    return shown.left(half) + u'…' + shown.right(half);
}

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget() != nullptr) {
            // It may be its own click that empties the bar.
            item->widget()->hide();
            item->widget()->setParent(nullptr);
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QString withoutMnemonic(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

} // namespace

NavigationBar::NavigationBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_back(makeIconButton(theme, u"chevron-left"_s, tr("Back"), this))
    , m_forward(makeIconButton(theme, u"chevron-right"_s, tr("Forward"), this))
    , m_more(makeLabel(u"…"_s, LabelKind::Muted, this))
    , m_path(new QHBoxLayout)
    , m_progress(makeLabel({}, LabelKind::SmallMuted, this))
    , m_links(new QHBoxLayout)
{
    setObjectName(u"navigationBar"_s);
    setAccessibleName(tr("Where the answer comes from"));
    m_back->setObjectName(u"goBack"_s);
    m_back->setToolTip(tr("Back (Alt+Left)"));
    m_forward->setObjectName(u"goForward"_s);
    m_forward->setToolTip(tr("Forward (Alt+Right)"));
    m_progress->setObjectName(u"pagesProgress"_s);
    m_progress->hide();
    m_path->setSpacing(0);
    m_links->setSpacing(Theme::space(Space::S));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::M), Theme::space(Space::S), Theme::space(Space::L), 0);
    layout->setSpacing(Theme::space(Space::Xs));
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addSpacing(Theme::space(Space::Xs));
    layout->addWidget(m_more);
    layout->addLayout(m_path);
    layout->addStretch(1);
    layout->addWidget(m_progress);
    layout->addLayout(m_links);
    connect(m_back, &QToolButton::clicked, this, &NavigationBar::backWanted);
    connect(m_forward, &QToolButton::clicked, this, &NavigationBar::forwardWanted);
    setSteps(false, false);
}

void NavigationBar::setSteps(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void NavigationBar::setCrumbs(const QList<Crumb> &crumbs)
{
    m_crumbs.clear();
    empty(m_path);
    for (int i = 0; i < crumbs.size(); ++i)
        addCrumb(crumbs.at(i), i, i + 1 == crumbs.size());
    fit();
}

void NavigationBar::addCrumb(const Crumb &crumb, int number, bool last)
{
    auto *step = new QWidget(this);
    auto *line = new QHBoxLayout(step);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::space(Space::Xs));
    if (number > 0)
        line->addWidget(makeLabel(u" ›"_s, LabelKind::Muted, step));
    QWidget *part = nullptr;
    if (crumb.target.isEmpty() || last) {
        QLabel *label = makeLabel(shortened(crumb.text), last ? LabelKind::Strong : LabelKind::Body, step);
        part = label;
    } else {
        QPushButton *button = makeButton(withoutMnemonic(shortened(crumb.text)), ButtonKind::Link, step);
        button->setAccessibleName(tr("Open %1").arg(withVisibleControls(crumb.text)));
        button->setProperty("target", crumb.target);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this,
                [this, target = crumb.target] { Q_EMIT targetWanted(target, false); });
        part = button;
    }
    part->setObjectName(u"crumb%1"_s.arg(number));
    part->setToolTip(plainToolTip(crumb.text));
    line->addWidget(part);
    m_path->addWidget(step);
    m_crumbs.append(step);
}

void NavigationBar::setLinks(const QList<HeaderLink> &links)
{
    constexpr qsizetype most = 4;
    empty(m_links);
    for (int i = 0; i < std::min(links.size(), most); ++i) {
        const HeaderLink &link = links.at(i);
        const QString text = !link.title.isEmpty() ? link.title : link.relation;
        QPushButton *button =
            makeButton(withoutMnemonic(shortened(text.isEmpty() ? tr("link") : text)), ButtonKind::Link, this);
        button->setObjectName(u"headerLink%1"_s.arg(i));
        button->setAccessibleName(tr("Open the link “%1” of the headers").arg(withVisibleControls(text)));
        button->setToolTip(plainToolTip(link.url.toString()));
        button->setProperty("url", link.url);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, url = link.url] { Q_EMIT linkWanted(url, false); });
        m_links->addWidget(button);
        button->show(); // now, not in the next turn
    }
    fit();
}

void NavigationBar::setProgress(const QString &text)
{
    m_progress->setText(text);
    m_progress->setVisible(!text.isEmpty());
}

bool NavigationBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease &&
        static_cast<QMouseEvent *>(event)->button() == Qt::MiddleButton) {
        const QUrl url = watched->property("url").toUrl();
        if (url.isValid())
            Q_EMIT linkWanted(url, true);
        else
            Q_EMIT targetWanted(watched->property("target").toByteArray(), true);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QSize NavigationBar::minimumSizeHint() const
{
    const int least = 2 * m_back->sizeHint().width() + Theme::space(Space::L);
    return {least, QWidget::minimumSizeHint().height()};
}

void NavigationBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void NavigationBar::fit()
{
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right() - 2 * m_back->sizeHint().width() -
               6 * Theme::space(Space::Xs) - m_links->sizeHint().width() - m_more->sizeHint().width();
    for (qsizetype i = m_crumbs.size() - 1; i >= 0; --i) {
        QWidget *step = m_crumbs.at(i);
        room -= step->sizeHint().width();
        step->setVisible(room >= 0 || i + 1 == m_crumbs.size());
    }
    m_more->setVisible(!m_crumbs.isEmpty() && m_crumbs.constFirst()->isHidden());
}

} // namespace acx
