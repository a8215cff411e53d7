// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/history_form.h"

#include "ui/widgets/controls.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int limitWidth = 140; // pixels
constexpr std::chrono::milliseconds restAfter{1500};

} // namespace

HistoryForm::HistoryForm(QWidget *parent)
    : QWidget(parent)
    , m_enabled(new QCheckBox(tr("Record what is sent"), this))
    , m_entries(makeSpin(u"historyEntries"_s, tr("Requests to keep at most"), 1, 1'000'000))
    , m_megabytes(makeSpin(u"historyMegabytes"_s, tr("Room for requests and answers"), 1, 10'000))
    , m_days(makeSpin(u"historyDays"_s, tr("Days to keep them"), 0, 3650))
    , m_body(makeSpin(u"historyBody"_s, tr("Kept of each body"), 0, 16'384))
{
    m_enabled->setObjectName(u"historyEnabled"_s);
    m_enabled->setAccessibleName(m_enabled->text());
    m_megabytes->setSuffix(tr(" MB"));
    m_days->setSuffix(tr(" days"));
    m_days->setSpecialValueText(tr("any age"));
    m_body->setSuffix(tr(" KB"));
    m_body->setSpecialValueText(tr("nothing"));
    auto *form = new QGridLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(Theme::space(Space::L));
    form->setVerticalSpacing(Theme::space(Space::S));
    form->setColumnStretch(2, 1);
    for (QSpinBox *spin : {m_entries, m_megabytes, m_days, m_body}) {
        QLabel *label = makeLabel(spin->accessibleName(), LabelKind::Body, this);
        label->setBuddy(spin);
        const int row = form->rowCount();
        form->addWidget(label, row, 0);
        form->addWidget(spin, row, 1);
        connect(spin, &QSpinBox::editingFinished, this, &HistoryForm::read);
    }
    connect(m_enabled, &QCheckBox::toggled, this, &HistoryForm::read);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, &HistoryForm::read);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(m_enabled);
    layout->addLayout(form);
}

QSpinBox *HistoryForm::makeSpin(const QString &name, const QString &label, int least, int most)
{
    auto *spin = new QSpinBox(this);
    spin->setObjectName(name);
    spin->setAccessibleName(label);
    spin->setRange(least, most);
    spin->setGroupSeparatorShown(true);
    spin->setMinimumWidth(limitWidth);
    // Arrows and wheel finish an entry, too, once they rest; keys do with Enter or when the focus leaves. What is passed
    // on the way must not hold: a smaller limit removes at once what lies beyond it.
    spin->setKeyboardTracking(false);
    connect(spin, &QSpinBox::valueChanged, &m_rest, qOverload<>(&QTimer::start));
    // The wheel over a page that is scrolled is not meant for the number that happens to come below it.
    spin->setFocusPolicy(Qt::StrongFocus);
    spin->installEventFilter(this);
    return spin;
}

bool HistoryForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::Wheel || !widget || widget->hasFocus())
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

void HistoryForm::hideEvent(QHideEvent *event)
{
    if (m_rest.isActive())
        read();
    QWidget::hideEvent(event);
}

void HistoryForm::setOptions(const HistoryOptions &options)
{
    m_options = options;
    const QSignalBlocker quiet(this);
    m_enabled->setChecked(options.enabled);
    m_entries->setValue(options.maxEntries);
    m_megabytes->setValue(options.maxMegabytes);
    m_days->setValue(options.maxDays);
    m_body->setValue(options.bodyKilobytes);
    m_rest.stop();
    m_options = options;
}

void HistoryForm::read()
{
    m_rest.stop();
    HistoryOptions options;
    options.enabled = m_enabled->isChecked();
    options.maxEntries = m_entries->value();
    options.maxMegabytes = m_megabytes->value();
    options.maxDays = m_days->value();
    options.bodyKilobytes = m_body->value();
    if (options == m_options)
        return;
    m_options = options;
    Q_EMIT changed(options);
}

} // namespace acx
