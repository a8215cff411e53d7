// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_line.h"

#include "app/explorer/curl_import.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

RequestLine::RequestLine(QWidget *parent)
    : QWidget(parent)
    , m_method(new QComboBox(this))
    , m_target(new QLineEdit(this))
    , m_host(makeLabel({}, LabelKind::SmallMuted, this))
    , m_quick(new QHBoxLayout)
{
    m_method->setObjectName(u"method"_s);
    m_method->setAccessibleName(tr("Method"));
    m_method->addItems({u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"HEAD"_s, u"OPTIONS"_s});
    m_target->setObjectName(u"target"_s);
    m_target->setAccessibleName(tr("Path or URL"));
    m_target->setPlaceholderText(tr("/api/orgs, a whole URL, or a curl command"));
    m_target->setProperty("mono", true);
    m_host->setObjectName(u"requestHost"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space(Space::S));
    line->addWidget(m_method);
    line->addWidget(m_target, 1);
    m_quick->setSpacing(Theme::space(Space::S));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addLayout(line);
    layout->addWidget(m_host);
    layout->addLayout(m_quick);
    connect(m_target, &QLineEdit::returnPressed, this, &RequestLine::submitted);
    connect(m_target, &QLineEdit::textEdited, this, &RequestLine::edited);
    connect(m_method, &QComboBox::activated, this, &RequestLine::changed);
}

void RequestLine::edited(const QString &text)
{
    // Only a whole paste brings an address along; "curl " alone is still being typed.
    if (looksLikeCurl(text) && text.contains("://"_L1))
        Q_EMIT curlEntered(text);
    else
        Q_EMIT changed();
}

QByteArray RequestLine::method() const
{
    return m_method->currentText().toLatin1();
}

QString RequestLine::target() const
{
    return m_target->text().trimmed();
}

void RequestLine::setRequest(const QByteArray &method, const QString &target)
{
    const QString name = QString::fromLatin1(method);
    if (m_method->findText(name) < 0)
        m_method->addItem(name);
    m_method->setCurrentText(name);
    m_target->setText(target);
    Q_EMIT changed();
}

void RequestLine::setHost(const QString &host)
{
    m_host->setText(host.isEmpty() ? tr("This profile has no API host; give a whole URL.") : tr("at %1").arg(host));
}

void RequestLine::setQuickStarts(const QStringList &paths)
{
    while (QLayoutItem *item = m_quick->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!paths.isEmpty())
        m_quick->addWidget(makeLabel(tr("Start with"), LabelKind::SmallMuted, this));
    QWidget *before = m_target;
    for (int i = 0; i < paths.size(); ++i) {
        QPushButton *chip = makeButton("GET "_L1 + paths[i], ButtonKind::Normal, this);
        chip->setObjectName(u"quickStart%1"_s.arg(i));
        m_quick->addWidget(chip);
        setTabOrder(before, chip); // made long after what stands below it
        before = chip;
        connect(chip, &QPushButton::clicked, this, [this, path = paths[i]] {
            setRequest("GET", path);
            Q_EMIT submitted();
        });
    }
    m_quick->addStretch(1);
}

void RequestLine::focusTarget()
{
    m_target->setFocus();
    m_target->selectAll();
}

} // namespace acx
