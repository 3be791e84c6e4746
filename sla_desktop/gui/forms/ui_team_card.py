# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'team_card.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QLabel, QListView,
    QPushButton, QSizePolicy, QVBoxLayout, QWidget)

from sla_desktop.gui.shared.flow_box import FlowBox

class Ui_TeamCard(object):
    def setupUi(self, TeamCard):
        if not TeamCard.objectName():
            TeamCard.setObjectName(u"TeamCard")
        TeamCard.resize(900, 320)
        TeamCard.setProperty(u"look", u"card")
        self.layout_1 = QVBoxLayout(TeamCard)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(16, 16, 16, 16)
        self.caption_label = QLabel(TeamCard)
        self.caption_label.setObjectName(u"caption_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.caption_label.sizePolicy().hasHeightForWidth())
        self.caption_label.setSizePolicy(sizePolicy)
        self.caption_label.setProperty(u"look", u"heading")

        self.layout_1.addWidget(self.caption_label)

        self.help_label = QLabel(TeamCard)
        self.help_label.setObjectName(u"help_label")
        self.help_label.setProperty(u"look", u"small")
        self.help_label.setWordWrap(True)
        self.help_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.help_label.sizePolicy().hasHeightForWidth())
        self.help_label.setSizePolicy(sizePolicy1)
        self.help_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.help_label)

        self.laptops_list = QListView(TeamCard)
        self.laptops_list.setObjectName(u"laptops_list")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.laptops_list.sizePolicy().hasHeightForWidth())
        self.laptops_list.setSizePolicy(sizePolicy2)

        self.layout_1.addWidget(self.laptops_list)

        self.buttons_box = FlowBox(TeamCard)
        self.buttons_box.setObjectName(u"buttons_box")
        self.lead_button = QPushButton(self.buttons_box)
        self.lead_button.setObjectName(u"lead_button")
        self.lead_button.setProperty(u"icon_name", u"users")
        self.off_button = QPushButton(self.buttons_box)
        self.off_button.setObjectName(u"off_button")
        self.off_button.setProperty(u"icon_name", u"ban")
        self.accept_button = QPushButton(self.buttons_box)
        self.accept_button.setObjectName(u"accept_button")
        self.accept_button.setProperty(u"icon_name", u"check")
        self.name_button = QPushButton(self.buttons_box)
        self.name_button.setObjectName(u"name_button")
        self.name_button.setProperty(u"icon_name", u"pencil")
        self.protect_button = QPushButton(self.buttons_box)
        self.protect_button.setObjectName(u"protect_button")
        self.protect_button.setProperty(u"icon_name", u"lock")

        self.layout_1.addWidget(self.buttons_box)


        self.retranslateUi(TeamCard)

        QMetaObject.connectSlotsByName(TeamCard)
    # setupUi

    def retranslateUi(self, TeamCard):
        self.caption_label.setText(QCoreApplication.translate("TeamCard", u"Laptops of this team", None))
        self.help_label.setText(QCoreApplication.translate("TeamCard", u"Only a laptop that leads may change this.", None))
#if QT_CONFIG(accessibility)
        self.laptops_list.setAccessibleName(QCoreApplication.translate("TeamCard", u"Laptops of this team", None))
#endif // QT_CONFIG(accessibility)
        self.lead_button.setText(QCoreApplication.translate("TeamCard", u"&Make lead\u2026", None))
#if QT_CONFIG(tooltip)
        self.lead_button.setToolTip(QCoreApplication.translate("TeamCard", u"Let the chosen laptop lead the team too", None))
#endif // QT_CONFIG(tooltip)
        self.off_button.setText(QCoreApplication.translate("TeamCard", u"Ta&ke off\u2026", None))
#if QT_CONFIG(tooltip)
        self.off_button.setToolTip(QCoreApplication.translate("TeamCard", u"What the chosen laptop writes from now on does not count", None))
#endif // QT_CONFIG(tooltip)
        self.accept_button.setText(QCoreApplication.translate("TeamCard", u"&Let its records count", None))
#if QT_CONFIG(tooltip)
        self.accept_button.setToolTip(QCoreApplication.translate("TeamCard", u"Let the records that wait count", None))
#endif // QT_CONFIG(tooltip)
        self.name_button.setText(QCoreApplication.translate("TeamCard", u"Rename th&is laptop\u2026", None))
#if QT_CONFIG(tooltip)
        self.name_button.setToolTip(QCoreApplication.translate("TeamCard", u"Call this laptop something else", None))
#endif // QT_CONFIG(tooltip)
        self.protect_button.setText(QCoreApplication.translate("TeamCard", u"Protect &with a passphrase\u2026", None))
#if QT_CONFIG(tooltip)
        self.protect_button.setToolTip(QCoreApplication.translate("TeamCard", u"Close its files with a passphrase", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

