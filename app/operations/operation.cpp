// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operation.h"

using namespace Qt::StringLiterals;

namespace acx {

QString toText(OperationRisk risk)
{
    switch (risk) {
    case OperationRisk::Read:
        return u"read"_s;
    case OperationRisk::Write:
        return u"write"_s;
    case OperationRisk::Destructive:
        break;
    }
    return u"destructive"_s;
}

QString toText(ParameterPlace place)
{
    switch (place) {
    case ParameterPlace::Path:
        return u"path"_s;
    case ParameterPlace::Query:
        return u"query"_s;
    case ParameterPlace::Header:
        return u"header"_s;
    case ParameterPlace::Cookie:
        break;
    }
    return u"cookie"_s;
}

} // namespace acx
