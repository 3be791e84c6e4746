# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'events_page.ui'
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
    QListView, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.flow_box import FlowBox

class Ui_EventsPage(object):
    def setupUi(self, EventsPage):
        if not EventsPage.objectName():
            EventsPage.setObjectName(u"EventsPage")
        EventsPage.resize(1040, 640)
        self.layout_22 = QVBoxLayout(EventsPage)
        self.layout_22.setSpacing(8)
        self.layout_22.setObjectName(u"layout_22")
        self.layout_22.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(EventsPage)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_body = QWidget()
        self.scroll_body.setObjectName(u"scroll_body")
        self.scroll_body.setGeometry(QRect(0, 0, 800, 560))
        self.scroll_body.setProperty(u"look", u"clear")
        self.layout_21 = QVBoxLayout(self.scroll_body)
        self.layout_21.setSpacing(8)
        self.layout_21.setObjectName(u"layout_21")
        self.layout_21.setContentsMargins(28, 22, 28, 18)
        self.spacer_23 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_21.addItem(self.spacer_23)

        self.layout_20 = QHBoxLayout()
        self.layout_20.setSpacing(8)
        self.layout_20.setObjectName(u"layout_20")
        self.layout_20.setContentsMargins(0, 0, 0, 0)
        self.spacer_24 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_20.addItem(self.spacer_24)

        self.column = QWidget(self.scroll_body)
        self.column.setObjectName(u"column")
        self.column.setMinimumSize(QSize(560, 0))
        self.column.setMaximumSize(QSize(640, 16777215))
        self.layout_19 = QVBoxLayout(self.column)
        self.layout_19.setSpacing(10)
        self.layout_19.setObjectName(u"layout_19")
        self.layout_19.setContentsMargins(0, 0, 0, 0)
        self.welcome_icon = QLabel(self.column)
        self.welcome_icon.setObjectName(u"welcome_icon")
        self.welcome_icon.setProperty(u"icon_name", u"calendar-event")
        self.welcome_icon.setProperty(u"icon_colour", u"accent")
        self.welcome_icon.setProperty(u"icon_size", 44)

        self.layout_19.addWidget(self.welcome_icon)

        self.title_label = QLabel(self.column)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"look", u"title")

        self.layout_19.addWidget(self.title_label)

        self.subtitle_label = QLabel(self.column)
        self.subtitle_label.setObjectName(u"subtitle_label")
        self.subtitle_label.setProperty(u"look", u"lead")
        self.subtitle_label.setWordWrap(True)

        self.layout_19.addWidget(self.subtitle_label)

        self.banner = Banner(self.column)
        self.banner.setObjectName(u"banner")

        self.layout_19.addWidget(self.banner)

        self.events_card = QFrame(self.column)
        self.events_card.setObjectName(u"events_card")
        self.events_card.setProperty(u"look", u"card")
        self.layout_1 = QVBoxLayout(self.events_card)
        self.layout_1.setSpacing(6)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(10, 10, 10, 6)
        self.events_label = QLabel(self.events_card)
        self.events_label.setObjectName(u"events_label")
        self.events_label.setProperty(u"look", u"caption")

        self.layout_1.addWidget(self.events_label)

        self.events_list = QListView(self.events_card)
        self.events_list.setObjectName(u"events_list")

        self.layout_1.addWidget(self.events_list)


        self.layout_19.addWidget(self.events_card)

        self.buttons_box = FlowBox(self.column)
        self.buttons_box.setObjectName(u"buttons_box")
        self.open_button = QPushButton(self.buttons_box)
        self.open_button.setObjectName(u"open_button")
        self.create_button = QPushButton(self.buttons_box)
        self.create_button.setObjectName(u"create_button")
        self.create_button.setProperty(u"look", u"primary")
        self.create_button.setProperty(u"icon_name", u"plus")
        self.share_button = QPushButton(self.buttons_box)
        self.share_button.setObjectName(u"share_button")
        self.share_button.setProperty(u"icon_name", u"refresh")

        self.layout_19.addWidget(self.buttons_box)

        self.steps_card = QFrame(self.column)
        self.steps_card.setObjectName(u"steps_card")
        self.steps_card.setProperty(u"look", u"card")
        self.layout_18 = QVBoxLayout(self.steps_card)
        self.layout_18.setSpacing(10)
        self.layout_18.setObjectName(u"layout_18")
        self.layout_18.setContentsMargins(18, 14, 18, 16)
        self.steps_label = QLabel(self.steps_card)
        self.steps_label.setObjectName(u"steps_label")
        self.steps_label.setProperty(u"look", u"caption")

        self.layout_18.addWidget(self.steps_label)

        self.layout_5 = QHBoxLayout()
        self.layout_5.setSpacing(12)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.label_3 = QLabel(self.steps_card)
        self.label_3.setObjectName(u"label_3")
        self.label_3.setProperty(u"icon_name", u"users")
        self.label_3.setProperty(u"icon_colour", u"accent")
        self.label_3.setProperty(u"icon_size", 20)

        self.layout_5.addWidget(self.label_3)

        self.label_4 = QLabel(self.steps_card)
        self.label_4.setObjectName(u"label_4")
        self.label_4.setWordWrap(True)

        self.layout_5.addWidget(self.label_4)

        self.layout_5.setStretch(1, 1)

        self.layout_18.addLayout(self.layout_5)

        self.layout_8 = QHBoxLayout()
        self.layout_8.setSpacing(12)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.label_6 = QLabel(self.steps_card)
        self.label_6.setObjectName(u"label_6")
        self.label_6.setProperty(u"icon_name", u"user-check")
        self.label_6.setProperty(u"icon_colour", u"accent")
        self.label_6.setProperty(u"icon_size", 20)

        self.layout_8.addWidget(self.label_6)

        self.label_7 = QLabel(self.steps_card)
        self.label_7.setObjectName(u"label_7")
        self.label_7.setWordWrap(True)

        self.layout_8.addWidget(self.label_7)

        self.layout_8.setStretch(1, 1)

        self.layout_18.addLayout(self.layout_8)

        self.layout_11 = QHBoxLayout()
        self.layout_11.setSpacing(12)
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setContentsMargins(0, 0, 0, 0)
        self.label_9 = QLabel(self.steps_card)
        self.label_9.setObjectName(u"label_9")
        self.label_9.setProperty(u"icon_name", u"layout-grid")
        self.label_9.setProperty(u"icon_colour", u"accent")
        self.label_9.setProperty(u"icon_size", 20)

        self.layout_11.addWidget(self.label_9)

        self.label_10 = QLabel(self.steps_card)
        self.label_10.setObjectName(u"label_10")
        self.label_10.setWordWrap(True)

        self.layout_11.addWidget(self.label_10)

        self.layout_11.setStretch(1, 1)

        self.layout_18.addLayout(self.layout_11)

        self.layout_14 = QHBoxLayout()
        self.layout_14.setSpacing(12)
        self.layout_14.setObjectName(u"layout_14")
        self.layout_14.setContentsMargins(0, 0, 0, 0)
        self.label_12 = QLabel(self.steps_card)
        self.label_12.setObjectName(u"label_12")
        self.label_12.setProperty(u"icon_name", u"message-circle")
        self.label_12.setProperty(u"icon_colour", u"accent")
        self.label_12.setProperty(u"icon_size", 20)

        self.layout_14.addWidget(self.label_12)

        self.label_13 = QLabel(self.steps_card)
        self.label_13.setObjectName(u"label_13")
        self.label_13.setWordWrap(True)

        self.layout_14.addWidget(self.label_13)

        self.layout_14.setStretch(1, 1)

        self.layout_18.addLayout(self.layout_14)

        self.layout_17 = QHBoxLayout()
        self.layout_17.setSpacing(12)
        self.layout_17.setObjectName(u"layout_17")
        self.layout_17.setContentsMargins(0, 0, 0, 0)
        self.label_15 = QLabel(self.steps_card)
        self.label_15.setObjectName(u"label_15")
        self.label_15.setProperty(u"icon_name", u"file-text")
        self.label_15.setProperty(u"icon_colour", u"accent")
        self.label_15.setProperty(u"icon_size", 20)

        self.layout_17.addWidget(self.label_15)

        self.label_16 = QLabel(self.steps_card)
        self.label_16.setObjectName(u"label_16")
        self.label_16.setWordWrap(True)

        self.layout_17.addWidget(self.label_16)

        self.layout_17.setStretch(1, 1)

        self.layout_18.addLayout(self.layout_17)


        self.layout_19.addWidget(self.steps_card)


        self.layout_20.addWidget(self.column)

        self.spacer_26 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_20.addItem(self.spacer_26)


        self.layout_21.addLayout(self.layout_20)

        self.spacer_27 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_21.addItem(self.spacer_27)

        self.scroll.setWidget(self.scroll_body)

        self.layout_22.addWidget(self.scroll)

#if QT_CONFIG(shortcut)
        self.events_label.setBuddy(self.events_list)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.events_list, self.open_button)
        QWidget.setTabOrder(self.open_button, self.create_button)
        QWidget.setTabOrder(self.create_button, self.share_button)

        self.retranslateUi(EventsPage)

        QMetaObject.connectSlotsByName(EventsPage)
    # setupUi

    def retranslateUi(self, EventsPage):
        self.welcome_icon.setText("")
        self.title_label.setText(QCoreApplication.translate("EventsPage", u"Welcome", None))
        self.subtitle_label.setText(QCoreApplication.translate("EventsPage", u"Everything here works without the internet. Create your first event, then bring in the registrations.", None))
        self.events_label.setText(QCoreApplication.translate("EventsPage", u"&Your events", None))
#if QT_CONFIG(accessibility)
        self.events_list.setAccessibleName(QCoreApplication.translate("EventsPage", u"Your events", None))
#endif // QT_CONFIG(accessibility)
        self.open_button.setText(QCoreApplication.translate("EventsPage", u"Open event", None))
        self.create_button.setText(QCoreApplication.translate("EventsPage", u"Create an event", None))
        self.share_button.setText(QCoreApplication.translate("EventsPage", u"Get an event from a share", None))
        self.steps_label.setText(QCoreApplication.translate("EventsPage", u"What a day looks like", None))
        self.label_3.setText("")
        self.label_4.setText(QCoreApplication.translate("EventsPage", u"Bring in the registrations from a spreadsheet, as they come.", None))
        self.label_6.setText("")
        self.label_7.setText(QCoreApplication.translate("EventsPage", u"Check people in by name or ticket code; walk-ins take seconds.", None))
        self.label_9.setText("")
        self.label_10.setText(QCoreApplication.translate("EventsPage", u"Form table groups from the people who are really in the room.", None))
        self.label_12.setText("")
        self.label_13.setText(QCoreApplication.translate("EventsPage", u"Ask for feedback on a kiosk; numbers appear as people answer.", None))
        self.label_15.setText("")
        self.label_16.setText(QCoreApplication.translate("EventsPage", u"Print certificates and a summary pack on the way home.", None))
        pass
    # retranslateUi

