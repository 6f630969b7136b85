export { requestConfig as default } from '@court/site/request-config'
