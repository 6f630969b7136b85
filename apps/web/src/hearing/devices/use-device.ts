'use client'

import { useEffect, useState } from 'react'
import { openDevice, type Device, type DeviceFault } from './open-device.ts'

export type DeviceState =
  { state: 'untested' | 'opening' } | { state: 'on'; track: MediaStreamTrack } | { state: DeviceFault }

/** A device that is opened on request and closed with the page. */
export function useDevice(device: Device) {
  const [now, setNow] = useState<DeviceState>({ state: 'untested' })
  const track = now.state === 'on' ? now.track : undefined
  useEffect(() => () => track?.stop(), [track])
  const open = async (): Promise<DeviceFault | null> => {
    setNow({ state: 'opening' })
    const opened = await openDevice(device)
    setNow(opened.ok ? { state: 'on', track: opened.track } : { state: opened.fault })
    return opened.ok ? null : opened.fault
  }
  return { now, track, open }
}
