/**
 * Provinces and their cities, `<code> <name>`. Codes are those of the merchant platform as copied by the public project
 * yuche/wechat-banks; the first twelve provinces, Beijing (10) and Hangzhou (571) also stand in samples of
 * developers.weixin.qq.com (`getprovince`, `getcity`, `getsubbranch`). Zhejiang and Guangdong have
 * all their cities here, other provinces only their capital.
 */
const areas: [province: string, cities: string][] = [
  ['1 北京市', '10 北京市'],
  ['2 上海市', '21 上海市'],
  ['3 天津市', '22 天津市'],
  ['4 重庆市', '23 重庆市'],
  ['5 河北省', '311 石家庄市'],
  ['6 山西省', '351 太原市'],
  ['7 内蒙古', '471 呼和浩特市'],
  ['8 辽宁省', '24 沈阳市'],
  ['9 吉林省', '431 长春市'],
  ['10 黑龙江省', '451 哈尔滨市'],
  ['11 江苏省', '25 南京市'],
  ['12 浙江省', '571 杭州市,572 湖州市,573 嘉兴市,580 舟山市,574 宁波市,575 绍兴市,579 金华市,576 台州市,577 温州市,578 丽水市,570 衢州市'],
  ['13 安徽省', '551 合肥市'],
  ['14 福建省', '591 福州市'],
  ['15 江西省', '791 南昌市'],
  ['16 山东省', '531 济南市'],
  ['17 河南省', '371 郑州市'],
  ['18 湖北省', '27 武汉市'],
  ['19 湖南省', '731 长沙市'],
  ['20 广东省', '20 广州市,755 深圳市,763 清远市,751 韶关市,762 河源市,753 梅州市,768 潮州市,754 汕头市,663 揭阳市,660 汕尾市,752 惠州市,769 东莞市,756 珠海市,760 中山市,750 江门市,757 佛山市,668 茂名市,759 湛江市,662 阳江市,766 云浮市,758 肇庆市'],
  ['21 广西', '771 南宁市'],
  ['22 海南省', '898 海口市'],
  ['23 四川省', '28 成都市'],
  ['24 贵州省', '851 贵阳市'],
  ['25 云南省', '871 昆明市'],
  ['26 西藏', '891 拉萨市'],
  ['27 陕西省', '29 西安市'],
  ['28 甘肃省', '931 兰州市'],
  ['29 宁夏', '951 银川市'],
  ['30 青海省', '971 西宁市'],
  ['31 新疆', '991 乌鲁木齐市'],
]

function read(text: string) {
  const [code = '', name = ''] = text.split(' ')
  return { code: Number(code), name }
}

/** Every province. */
export const provinces = areas.map(([province]) => read(province))

/** Returns the cities of a province; empty if the province is unknown. */
export function citiesOf(code: number) {
  const [, cities = ''] = areas.find(([province]) => read(province).code === code) ?? []
  return cities.split(',').filter(Boolean).map(read)
}
