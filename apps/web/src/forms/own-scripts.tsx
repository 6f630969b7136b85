'use client'

import dynamic from 'next/dynamic'

// Each in a script of its own: the steps of a filing share one script, and only one step has materials, only one a signature.

export const MaterialUploader = dynamic(() =>
  import('./materials/material-uploader.tsx').then((loaded) => loaded.MaterialUploader),
)

export const CauseSearch = dynamic(() => import('./fields/cause-search.tsx').then((loaded) => loaded.CauseSearch))

export const SignaturePad = dynamic(() => import('@court/ui/court/signature-pad').then((loaded) => loaded.SignaturePad))
