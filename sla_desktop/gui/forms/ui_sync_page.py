# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sync_page.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.work import WorkBox
from sla_desktop.gui.sync.differences import DifferenceList

class Ui_SyncPage(object):
    def setupUi(self, SyncPage):
        if not SyncPage.objectName():
            SyncPage.setObjectName(u"SyncPage")
        SyncPage.resize(1040, 640)
        self.layout_10 = QVBoxLayout(SyncPage)
        self.layout_10.setSpacing(14)
        self.layout_10.setObjectName(u"layout_10")
        self.layout_10.setContentsMargins(28, 22, 28, 0)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(2)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(SyncPage)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"look", u"title")

        self.layout_1.addWidget(self.title_label)

        self.subtitle_label = QLabel(SyncPage)
        self.subtitle_label.setObjectName(u"subtitle_label")
        self.subtitle_label.setProperty(u"look", u"muted")
        self.subtitle_label.setWordWrap(True)

        self.layout_1.addWidget(self.subtitle_label)


        self.layout_2.addLayout(self.layout_1)

        self.sync_button = QPushButton(SyncPage)
        self.sync_button.setObjectName(u"sync_button")
        self.sync_button.setProperty(u"look", u"primary")
        self.sync_button.setProperty(u"icon_name", u"refresh")

        self.layout_2.addWidget(self.sync_button)

        self.layout_2.setStretch(0, 1)

        self.layout_10.addLayout(self.layout_2)

        self.banner = Banner(SyncPage)
        self.banner.setObjectName(u"banner")

        self.layout_10.addWidget(self.banner)

        self.scroll = QScrollArea(SyncPage)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_body = QWidget()
        self.scroll_body.setObjectName(u"scroll_body")
        self.scroll_body.setGeometry(QRect(0, 0, 800, 560))
        self.scroll_body.setProperty(u"look", u"clear")
        self.layout_9 = QVBoxLayout(self.scroll_body)
        self.layout_9.setSpacing(14)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.state_card = QFrame(self.scroll_body)
        self.state_card.setObjectName(u"state_card")
        self.state_card.setProperty(u"look", u"card")
        self.layout_5 = QHBoxLayout(self.state_card)
        self.layout_5.setSpacing(14)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(16, 16, 16, 16)
        self.state_icon = QLabel(self.state_card)
        self.state_icon.setObjectName(u"state_icon")
        self.state_icon.setProperty(u"icon_name", u"circle-check")
        self.state_icon.setProperty(u"icon_size", 28)

        self.layout_5.addWidget(self.state_icon)

        self.layout_3 = QVBoxLayout()
        self.layout_3.setSpacing(4)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.state_label = QLabel(self.state_card)
        self.state_label.setObjectName(u"state_label")
        self.state_label.setProperty(u"look", u"heading")
        self.state_label.setWordWrap(True)
        self.state_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.state_label)

        self.state_detail = QLabel(self.state_card)
        self.state_detail.setObjectName(u"state_detail")
        self.state_detail.setProperty(u"look", u"muted")
        self.state_detail.setWordWrap(True)
        self.state_detail.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.state_detail)

        self.last_label = QLabel(self.state_card)
        self.last_label.setObjectName(u"last_label")
        self.last_label.setProperty(u"look", u"muted")
        self.last_label.setWordWrap(True)
        self.last_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.last_label)


        self.layout_5.addLayout(self.layout_3)

        self.layout_5.setStretch(1, 1)

        self.layout_9.addWidget(self.state_card)

        self.work_box = WorkBox(self.scroll_body)
        self.work_box.setObjectName(u"work_box")

        self.layout_9.addWidget(self.work_box)

        self.door_card = QFrame(self.scroll_body)
        self.door_card.setObjectName(u"door_card")
        self.door_card.setProperty(u"look", u"card")
        self.layout_door = QHBoxLayout(self.door_card)
        self.layout_door.setSpacing(12)
        self.layout_door.setObjectName(u"layout_door")
        self.layout_door.setContentsMargins(16, 12, 16, 12)
        self.door_label = QLabel(self.door_card)
        self.door_label.setObjectName(u"door_label")
        self.door_label.setWordWrap(True)
        self.door_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_door.addWidget(self.door_label)

        self.door_button = QPushButton(self.door_card)
        self.door_button.setObjectName(u"door_button")

        self.layout_door.addWidget(self.door_button)

        self.layout_door.setStretch(0, 1)

        self.layout_9.addWidget(self.door_card)

        self.differences_box = QWidget(self.scroll_body)
        self.differences_box.setObjectName(u"differences_box")
        self.differences_box.setProperty(u"look", u"clear")
        self.layout_8 = QVBoxLayout(self.differences_box)
        self.layout_8.setSpacing(8)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.differences_label = QLabel(self.differences_box)
        self.differences_label.setObjectName(u"differences_label")
        self.differences_label.setProperty(u"look", u"lead-strong")
        self.differences_label.setWordWrap(True)
        self.differences_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_8.addWidget(self.differences_label)

        self.differences_help = QLabel(self.differences_box)
        self.differences_help.setObjectName(u"differences_help")
        self.differences_help.setProperty(u"look", u"small")
        self.differences_help.setWordWrap(True)
        self.differences_help.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_8.addWidget(self.differences_help)

        self.difference_list = DifferenceList(self.differences_box)
        self.difference_list.setObjectName(u"difference_list")

        self.layout_8.addWidget(self.difference_list)


        self.layout_9.addWidget(self.differences_box)

        self.place_card = QFrame(self.scroll_body)
        self.place_card.setObjectName(u"place_card")
        self.place_card.setProperty(u"look", u"card")
        self.layout_7 = QVBoxLayout(self.place_card)
        self.layout_7.setSpacing(6)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(16, 16, 16, 16)
        self.url_label = QLabel(self.place_card)
        self.url_label.setObjectName(u"url_label")
        self.url_label.setProperty(u"look", u"heading")

        self.layout_7.addWidget(self.url_label)

        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(8)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.url_edit = QLineEdit(self.place_card)
        self.url_edit.setObjectName(u"url_edit")

        self.layout_6.addWidget(self.url_edit)

        self.folder_button = QPushButton(self.place_card)
        self.folder_button.setObjectName(u"folder_button")
        self.folder_button.setProperty(u"icon_name", u"folder")

        self.layout_6.addWidget(self.folder_button)

        self.layout_6.setStretch(0, 1)

        self.layout_7.addLayout(self.layout_6)

        self.url_help = QLabel(self.place_card)
        self.url_help.setObjectName(u"url_help")
        self.url_help.setProperty(u"look", u"small")
        self.url_help.setWordWrap(True)

        self.layout_7.addWidget(self.url_help)


        self.layout_9.addWidget(self.place_card)

        self.desks_layout = QVBoxLayout()
        self.desks_layout.setObjectName(u"desks_layout")

        self.layout_9.addLayout(self.desks_layout)

        self.laptops_layout = QVBoxLayout()
        self.laptops_layout.setObjectName(u"laptops_layout")

        self.layout_9.addLayout(self.laptops_layout)

        self.spacer_11 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_9.addItem(self.spacer_11)

        self.scroll.setWidget(self.scroll_body)

        self.layout_10.addWidget(self.scroll)

        self.layout_10.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.url_label.setBuddy(self.url_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SyncPage)

        QMetaObject.connectSlotsByName(SyncPage)
    # setupUi

    def retranslateUi(self, SyncPage):
        self.title_label.setText(QCoreApplication.translate("SyncPage", u"Sync", None))
        self.subtitle_label.setText(QCoreApplication.translate("SyncPage", u"Laptops agree when they meet; nothing waits for the network", None))
        self.sync_button.setText(QCoreApplication.translate("SyncPage", u"&Sync now", None))
        self.state_icon.setText("")
        self.state_label.setText("")
        self.state_detail.setText("")
        self.last_label.setText("")
        self.door_label.setText("")
        self.door_button.setText(QCoreApplication.translate("SyncPage", u"&Answer at Check-in", None))
        self.differences_label.setText("")
        self.differences_help.setText(QCoreApplication.translate("SyncPage", u"Both are kept until you choose. Up and Down go from one to the next; 1, 2 or 3 keeps that value, T types another where one can be typed. The other laptops follow at their next sync.", None))
        self.url_label.setText(QCoreApplication.translate("SyncPage", u"Shared &place", None))
        self.url_edit.setPlaceholderText(QCoreApplication.translate("SyncPage", u"A folder, or postgresql://\u2026", None))
        self.folder_button.setText(QCoreApplication.translate("SyncPage", u"Choose &folder\u2026", None))
        self.url_help.setText(QCoreApplication.translate("SyncPage", u"A shared folder (a network drive, a memory stick) or the address of the shared database that your office gave you. A password in it is not remembered.", None))
        pass
    # retranslateUi

