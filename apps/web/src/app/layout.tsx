import './globals.css'

export {
  rootMetadata as generateMetadata,
  rootViewport as viewport,
  RootLayout as default,
} from '@court/site/screens/root-layout'
