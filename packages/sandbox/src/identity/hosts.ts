/** The hosts of the API: in China, its second line there, and overseas. Source: the clients' and the pages' base URLs. */
export const hosts = ['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com', 'apihk.mch.weixin.qq.com', 'api.wechatpay.cn']
